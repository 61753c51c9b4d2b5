import java.io.IOException
import java.io.InterruptedIOException
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLException
import kotlin.math.pow
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response

/**
 * Executes a request, and retries 408, 425, 429, 5xx, timeouts and network errors after the wait that the server asks
 * for. The last response or exception is passed on as it came. Interrupting the thread ends a wait. Times are seconds.
 *
 * @param idempotent says that repeating does no harm: GET, HEAD, PUT, DELETE, or an idempotency key; if false, there
 * are no retries
 * @param retries after the first attempt
 * @param timeout of an attempt whose client has none
 * @param totalTime limit of all attempts and waits together
 * @param maxWait when the server asks for a longer wait, the request fails at once
 * @param baseDelay when it asks for none, the wait is min(cap, baseDelay * 2^n) + random(0, jitter)
 * @param onRetry called before each wait; the status is 0 when there was no response
 */
private fun executeWithBackoff(
    client: OkHttpClient,
    request: Request,
    idempotent: Boolean,
    retries: Int = 3,
    timeout: Double = 30.0,
    totalTime: Double = 120.0,
    maxWait: Double = 60.0,
    baseDelay: Double = 1.0,
    cap: Double = 30.0,
    jitter: Double = 1.0,
    onRetry: (attempt: Int, status: Int, delay: Double) -> Unit = ::logRetry
): Response {
    val deadline = Instant.now().plusMillis((totalTime * 1000).toLong())
    val once = client.newBuilder().addNetworkInterceptor(Interceptor { tellOnce(it) }).build()
    var retry = 0
    while (true) {
        val call = once.newCall(request)
        val rest = maxOf(1, Duration.between(Instant.now(), deadline).toMillis())
        val own = TimeUnit.NANOSECONDS.toMillis(call.timeout().timeoutNanos())
        val limit = if (own == 0L) (timeout * 1000).toLong() else own
        call.timeout().timeout(minOf(limit, rest), TimeUnit.MILLISECONDS)
        var response: Response? = null
        var error: IOException? = null
        try {
            response = call.execute()
        } catch (e: IOException) {
            error = e
        }
        // A call that ran out of time counts as cancelled, too.
        val isCancelled = call.isCanceled() && error !is InterruptedIOException
        val status = if (response == null) 0 else statusOf(response)
        val asked = when {
            error is SSLException || (error != null && isCancelled) -> null
            response == null -> 0.0
            else -> readFailure(status, { response.header(it) }) { response.peekBody(64L shl 10).string() }
        }
        val growing = minOf(cap, baseDelay * 2.0.pow(retry))
        val isLast = asked == null || !idempotent || retry >= retries
        val announce = { attempt: Int, code: Int, delay: Double ->
            onRetry(attempt, code, delay)
            response?.close() ?: Unit
        }
        if (isLast || !waitToRetry(++retry, status, asked ?: 0.0, growing, jitter, maxWait, deadline, announce)) {
            return response ?: throw error ?: IllegalStateException()
        }
    }
}

/** OkHttp repeats any request by itself, a POST, too, when a 503 asks for no wait. */
private fun tellOnce(chain: Interceptor.Chain): Response {
    val response = chain.proceed(chain.request())
    val isRepeated = statusOf(response) == 503 && response.header("Retry-After") == "0"
    return if (isRepeated) response.newBuilder().removeHeader("Retry-After").build() else response
}

/** The status is code() in OkHttp 3 and a property since OkHttp 4; a response prints it the same way in both. */
private fun statusOf(response: Response): Int = Regex("code=(\\d+)").find(response.toString())!!.groupValues[1].toInt()
