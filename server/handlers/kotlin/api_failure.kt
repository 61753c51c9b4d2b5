import java.io.IOException
import java.net.http.HttpResponse
import java.time.Instant

/**
 * A failure that no retry helps with.
 *
 * @property resetAt when it passes; null when the server does not say
 * @property advice what helps
 */
internal class ApiFailure(val code: String, val status: Int, val resetAt: Instant?, val advice: String) :
    IOException(code + (resetAt?.let { " until $it" } ?: "") + ": " + advice)

/** Sends. A failure with the [code] is thrown as an [ApiFailure]. All else is passed on as it came. */
private fun <T> sendOrFail(code: String, advice: String, send: () -> HttpResponse<T>): HttpResponse<T> {
    val response = send()
    val body = textOf(response.body())
    if (!failedWith(code, response.statusCode(), body)) {
        return response
    }
    val reset = resetOf({ response.headers().firstValue(it).orElse(null) }, body)
    throw ApiFailure(code, response.statusCode(), reset, advice)
}
