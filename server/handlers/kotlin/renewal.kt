import java.net.http.HttpResponse
import java.util.logging.Logger

/**
 * Sends, and when the server answers 401, renews the credentials once and sends once more. The last response or
 * exception is passed on as it came. The call has to read the credentials anew each time.
 */
private fun <T> sendWithRenewal(renew: () -> Unit, send: () -> HttpResponse<T>): HttpResponse<T> {
    val response = send()
    if (response.statusCode() != 401) {
        return response
    }
    Logger.getLogger("backoff").warning("HTTP 401: renewing the credentials")
    renew()
    return send()
}
