import java.io.IOException
import java.util.logging.Logger
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response

/**
 * Executes a request. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), looks for it
 * [settle] seconds later: what [find] gives is the result, and only when it gives null is the request executed once
 * more. As long as [find] is null nothing is repeated. All else is passed on as it came.
 */
private fun executeWithVerification(
    client: OkHttpClient,
    request: Request,
    find: (() -> Response?)?,
    settle: Double = 2.0
): Response {
    // OkHttp repeats a write by itself, without a look, when its connection breaks.
    val patient = client.newBuilder().retryOnConnectionFailure(false)
    val once = patient.addNetworkInterceptor(Interceptor { tellOnce(it) }).build()
    var response: Response? = null
    var error: IOException? = null
    try {
        response = once.newCall(request).execute()
    } catch (e: IOException) {
        error = e
    }
    val isUnsure = response == null || leavesOpen(statusOf(response), response.peekBody(64L shl 10).string())
    if (isUnsure) {
        Logger.getLogger("backoff").warning("Nobody knows whether the write happened")
    }
    if (!isUnsure || find == null) {
        return response ?: throw error ?: IllegalStateException()
    }
    response?.close()
    Thread.sleep((settle * 1000).toLong())
    return find() ?: once.newCall(request).execute()
}
