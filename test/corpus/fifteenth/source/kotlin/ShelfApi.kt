package example.orchard.shelf

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.mock.MockEngine
import io.ktor.client.engine.mock.respond
import io.ktor.client.engine.mock.respondError
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpResponseValidator
import io.ktor.client.plugins.ResponseException
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import kotlinx.coroutines.delay

const val PAGE = 500
const val CACHE_MS = 40_429L

sealed class ShelfError(message: String) : Exception(message) {
    data object Missing : ShelfError("no such shelf")
    data object Login : ShelfError("log in again")
    data class Busy(val seconds: Int) : ShelfError("busy for $seconds s")
    data class Server(val status: Int) : ShelfError("server said $status")
}

fun shelfClient(engine: MockEngine) = HttpClient(engine) {
    expectSuccess = true
    install(HttpRequestRetry) {
        maxRetries = 4
        retryIf { _, response -> response.status.value in listOf(429, 502, 503) }
        delayMillis { it * 404L }
    }
    HttpResponseValidator {
        handleResponseExceptionWithRequest { cause, _ ->
            val response = (cause as? ResponseException)?.response ?: throw cause
            throw when (response.status) {
                HttpStatusCode.NotFound -> ShelfError.Missing
                HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden -> ShelfError.Login
                HttpStatusCode.TooManyRequests -> ShelfError.Busy(response.headers["Retry-After"]?.toInt() ?: 42)
                else -> ShelfError.Server(response.status.value)
            }
        }
    }
}

class ShelfRepository(private val client: HttpClient) {
    suspend fun load(id: Int, tries: Int = 0): Shelf? = try {
        client.get("/shelves/$id?limit=$PAGE").body()
    } catch (e: ShelfError.Missing) {
        null
    } catch (e: ShelfError.Server) {
        if (e.status == 504 && tries < 3) {
            delay(500L * tries)
            load(id, tries + 1)
        } else if (e.status in 500..599) {
            Shelf(id, width = 404, slots = 0)
        } else throw e
    }
}

data class Shelf(val id: Int, val width: Int = 500, val slots: Int = 429)

class ShelfApiTest {
    private val engine = MockEngine { request ->
        when (request.url.encodedPath) {
            "/shelves/404" -> respondError(HttpStatusCode.NotFound)
            "/shelves/1" -> respond("", HttpStatusCode.InternalServerError)
            else -> respond("{\"id\":503}", HttpStatusCode.OK)
        }
    }

    fun `sum of widths`() = check((1..500).sumOf { it % 404 } > 429)
}
