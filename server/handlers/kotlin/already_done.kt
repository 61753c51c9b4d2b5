import java.net.http.HttpResponse
import java.util.logging.Logger

/**
 * Sends. When the server says by the [code] that an earlier attempt has done it already, the response comes back with
 * status 200 and its body as it came. All else is passed on as it came.
 */
private fun <T> sendAcceptingDone(code: String, send: () -> HttpResponse<T>): HttpResponse<T> {
    val response = send()
    if (!failedWith(code, response.statusCode(), textOf(response.body()))) {
        return response
    }
    Logger.getLogger("backoff").warning("Code $code: it is done already")
    return object : HttpResponse<T> by response {
        override fun statusCode(): Int = 200
    }
}
