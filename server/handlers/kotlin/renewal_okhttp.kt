import java.util.logging.Logger
import okhttp3.Response

/**
 * Executes, and when the server answers 401, renews the credentials once and executes once more. The last response or
 * exception is passed on as it came. The call has to read the credentials anew each time.
 */
private fun executeWithRenewal(renew: () -> Unit, execute: () -> Response): Response {
    val response = execute()
    if (statusOf(response) != 401) {
        return response
    }
    response.close()
    Logger.getLogger("backoff").warning("HTTP 401: renewing the credentials")
    renew()
    return execute()
}
