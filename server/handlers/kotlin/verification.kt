import java.io.IOException
import java.net.http.HttpResponse
import java.util.logging.Logger

/**
 * Sends. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), looks for it [settle]
 * seconds later: what [find] gives is the result, and only when it gives null is the request sent once more. As long as
 * [find] is null nothing is repeated. All else is passed on as it came.
 */
private fun <T> sendWithVerification(
    find: (() -> HttpResponse<T>?)?,
    settle: Double = 2.0,
    send: () -> HttpResponse<T>
): HttpResponse<T> {
    var response: HttpResponse<T>? = null
    var error: IOException? = null
    try {
        response = send()
    } catch (e: IOException) {
        error = e
    }
    val isUnsure = response == null || leavesOpen(response.statusCode(), textOf(response.body()))
    if (isUnsure) {
        Logger.getLogger("backoff").warning("Nobody knows whether the write happened")
    }
    if (!isUnsure || find == null) {
        return response ?: throw error ?: IllegalStateException()
    }
    Thread.sleep((settle * 1000).toLong())
    return find() ?: send()
}
