import java.util.logging.Logger
import okhttp3.Response

/**
 * Executes. When the server says by the [code] that an earlier attempt has done it already, the response comes back
 * with status 200 and its body as it came. All else is passed on as it came.
 */
private fun executeAcceptingDone(code: String, execute: () -> Response): Response {
    val response = execute()
    if (response.isSuccessful || !failedWith(code, statusOf(response), response.peekBody(64L shl 10).string())) {
        return response
    }
    Logger.getLogger("backoff").warning("Code $code: it is done already")
    return response.newBuilder().code(200).message("OK").build()
}
