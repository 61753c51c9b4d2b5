package nl.example.locks

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.mock.MockEngine
import io.ktor.client.engine.mock.respond
import io.ktor.client.engine.mock.respondError
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import kotlin.time.Duration.Companion.milliseconds

private const val PAGE = 500
private val patience = 429.milliseconds
private val widths = listOf(404, 453, 500)
private val texts = mapOf(403 to "Not your lock", 409 to "Somebody is in it", 423 to "Closed for the night")

data class Lock(val id: Int, val metres: Int)

class LockGateway(private val http: HttpClient) {
    suspend fun read(id: Int): Lock? {
        val response = http.get("http://localhost:5040/locks/$id?size=$PAGE")
        return when (response.status) {
            HttpStatusCode.OK -> response.body()
            HttpStatusCode.NotFound, HttpStatusCode.Gone -> null
            HttpStatusCode.TooManyRequests -> throw Busy(patience.inWholeMilliseconds)
            else -> when (response.status.value) {
                in 500..599 -> throw Busy(5_000)
                401, 407 -> throw IllegalStateException("log in first")
                else -> error(texts[response.status.value] ?: "unknown")
            }
        }
    }

    fun fits(lock: Lock, metres: Int) = when (metres) {
        in 0..403 -> true
        404, 405 -> lock.metres > 500
        else -> widths.any { it == 453 && metres <= it }
    }
}

class Busy(val millis: Long) : Exception()

fun retrying() = HttpClient(MockEngine { request ->
    if (request.url.encodedPath.endsWith("/500")) respondError(HttpStatusCode.ServiceUnavailable) else respond("""{"id":500,"metres":404}""")
}) {
    install(HttpRequestRetry) {
        retryIf(maxRetries = 5) { _, response -> response.status.value == 502 }
        retryOnExceptionIf { _, cause -> (cause as? ClientRequestException)?.response?.status?.value == 408 }
        constantDelay(millis = 500)
    }
}
