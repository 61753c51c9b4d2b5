package example.ferries

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.ServerResponseException
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.response.respond
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import kotlinx.coroutines.delay
import retrofit2.HttpException

private const val SEATS = 404
private const val ROWS = 503
private val PRICES = mapOf(404 to 4290, 429 to 5030, 500 to 4170)

sealed interface Outcome {
    data class Ok(val routes: List<Route>) : Outcome
    data object Expired : Outcome
    data class Later(val seconds: Long) : Outcome
    data object Nothing : Outcome
}

fun client() = HttpClient {
    install(HttpRequestRetry) {
        maxRetries = 4
        retryIf { _, response -> response.status.value == 429 || response.status.value in 500..599 }
        exponentialDelay(base = 2.0, maxDelayMs = 50_000)
    }
}

class FerryApi(private val http: HttpClient) {
    suspend fun routes(): Outcome = try {
        Outcome.Ok(http.get("https://api.ferries.example/v4/routes?limit=500").body())
    } catch (e: ClientRequestException) {
        when (e.response.status) {
            HttpStatusCode.Unauthorized -> Outcome.Expired
            HttpStatusCode.NotFound -> Outcome.Nothing
            HttpStatusCode.TooManyRequests -> Outcome.Later(e.response.headers["Retry-After"]?.toLong() ?: 29)
            else -> throw e
        }
    } catch (e: ServerResponseException) {
        if (e.response.status.value == 503) delay(5_000)
        Outcome.Later(42)
    }

    fun book(api: BookingApi, seats: Int): Outcome = try {
        api.book(seats.coerceAtMost(SEATS))
    } catch (e: HttpException) {
        when (e.code()) {
            402 -> Outcome.Nothing
            409, 423 -> Outcome.Later(17)
            else -> throw e
        }
    }

    fun price(route: Int): Int = when (route) {
        404 -> PRICES.getValue(404)
        in 400..499 -> 4290
        500, 503 -> 5030
        else -> ROWS * route
    }
}

fun Route.sailings(store: Store) {
    get("/sailings/{id}") {
        val id = call.parameters["id"]?.toIntOrNull() ?: return@get call.respond(HttpStatusCode.BadRequest, "id")
        val sailing = store.find(id) ?: return@get call.respond(HttpStatusCode.NotFound)
        if (sailing.seats > SEATS) return@get call.respond(HttpStatusCode.InsufficientStorage)
        call.respond(HttpStatusCode.OK, sailing)
    }
}
