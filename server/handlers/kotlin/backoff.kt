import java.io.IOException
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.DateTimeException
import java.time.Duration
import java.time.Instant
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import java.util.logging.Logger
import javax.net.ssl.SSLException
import kotlin.math.pow
import kotlin.random.Random

/**
 * Sends a request, and retries 408, 425, 429, 5xx, timeouts and network errors after the wait that the server asks for.
 * The last response or exception is passed on as it came. Interrupting the thread ends a wait. Times are seconds.
 *
 * @param idempotent says that repeating does no harm, whatever the method is; without it only GET, HEAD, OPTIONS,
 * TRACE, PUT, DELETE and requests with an Idempotency-Key are repeated
 * @param retries after the first attempt
 * @param timeout of an attempt whose request has none
 * @param totalTime limit of all attempts and waits together
 * @param maxWait when the server asks for a longer wait, the request fails at once
 * @param baseDelay when it asks for none, the wait is min(cap, baseDelay * 2^n) + random(0, jitter)
 * @param onRetry called before each wait; the status is 0 when there was no response
 */
private fun <T> sendWithBackoff(
    client: HttpClient,
    request: HttpRequest,
    bodyHandler: HttpResponse.BodyHandler<T>,
    idempotent: Boolean = false,
    retries: Int = 3,
    timeout: Double = 30.0,
    totalTime: Double = 120.0,
    maxWait: Double = 60.0,
    baseDelay: Double = 1.0,
    cap: Double = 30.0,
    jitter: Double = 1.0,
    onRetry: (attempt: Int, status: Int, delay: Double) -> Unit = ::logRetry
): HttpResponse<T> {
    val deadline = Instant.now().plusMillis((totalTime * 1000).toLong())
    val hasKey = request.headers().firstValue("Idempotency-Key").isPresent
    val mayRepeat = idempotent || hasKey || isIdempotent(request.method())
    var retry = 0
    while (true) {
        val rest = Duration.between(Instant.now(), deadline)
        val limit = request.timeout().orElse(Duration.ofMillis((timeout * 1000).toLong()))
        val attempt = HttpRequest.newBuilder(request) { _, _ -> true }.timeout(minOf(limit, rest)).build()
        var response: HttpResponse<T>? = null
        var error: IOException? = null
        try {
            response = client.send(attempt, bodyHandler)
        } catch (e: IOException) {
            error = e
        }
        val status = response?.statusCode() ?: 0
        val asked = when {
            error is SSLException -> null
            response == null -> 0.0
            else -> readFailure(status, { response.headers().firstValue(it).orElse(null) }) { textOf(response.body()) }
        }
        val growing = minOf(cap, baseDelay * 2.0.pow(retry))
        val isLast = asked == null || !mayRepeat || retry >= retries
        if (isLast || !waitToRetry(++retry, status, asked ?: 0.0, growing, jitter, maxWait, deadline, onRetry)) {
            return response ?: throw error ?: IllegalStateException()
        }
    }
}

private fun isIdempotent(method: String): Boolean = method in setOf("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE")

/** Waits before a retry, unless that would be too long. */
private fun waitToRetry(
    attempt: Int,
    status: Int,
    asked: Double,
    growing: Double,
    jitter: Double,
    maxWait: Double,
    deadline: Instant,
    onRetry: (attempt: Int, status: Int, delay: Double) -> Unit
): Boolean {
    val delay = (if (asked > 0) asked else growing) + Random.nextDouble() * jitter
    val end = Instant.now().plusMillis((delay * 1000).toLong())
    if (asked > maxWait || end.isAfter(deadline)) {
        if (asked > 0) {
            val reset = Instant.now().plusSeconds(asked.toLong()).truncatedTo(ChronoUnit.SECONDS)
            val note = "No retry of HTTP $status: the server asks to wait until $reset"
            Logger.getLogger("backoff").warning(note)
        }
        return false
    }
    onRetry(attempt, status, delay)
    Thread.sleep((delay * 1000).toLong())
    return true
}

private fun logRetry(attempt: Int, status: Int, delay: Double) {
    val reason = if (status == 0) "no response" else status.toString()
    Logger.getLogger("backoff").warning("Retry $attempt in ${(delay * 1000).toLong()} ms: $reason")
}

/** The wait that a failure asks for, 0 when it asks for none; null when it will not pass. */
private fun readFailure(status: Int, header: (String) -> String?, readBody: () -> String): Double? {
    if (status < 500 && status !in setOf(408, 425, 429)) {
        return null
    }
    // Waiting does not help: monthly and daily caps, all connections in use, a write that may have happened.
    val last = "usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|" +
        "x_write_(?:ambiguous|unconfirmed)"
    val body = readBody()
    if (Regex(last, RegexOption.IGNORE_CASE).containsMatchIn(body)) {
        return null
    }
    // X says in these headers which of its limits is used up; on a 5xx they tell nothing.
    val daily = listOf("x-app-limit-24hour", "x-user-limit-24hour").find { header("$it-remaining") == "0" }
    val reset = header("${daily ?: "x-rate-limit"}-reset") ?: header("ratelimit-reset")
    val asked = header("Retry-After")
        ?: reset.takeIf { status == 429 }
        ?: Regex("\"retryAfter\":\\s*(\\d+)").find(body)?.groupValues?.get(1)
        ?: ""
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
    val now = parseDate(header("Date") ?: "") ?: Instant.now()
    val number = asked.toDoubleOrNull()
    val seconds = when {
        number == null -> parseDate(asked)?.let { Duration.between(now, it).seconds.toDouble() } ?: 0.0
        number > 1e9 -> number - now.toEpochMilli() / 1e3
        else -> number
    }
    return seconds.coerceIn(0.0, 1e9)
}

private fun parseDate(date: String): Instant? = try {
    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
} catch (e: DateTimeException) {
    null
}

private fun textOf(body: Any?): String = if (body is ByteArray) String(body) else body.toString()
