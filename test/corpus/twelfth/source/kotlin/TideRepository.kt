package example.quay.tides

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

private const val PAGE = 500
private const val CACHE_KB = 50_342
private const val FADE_MS = 404L

sealed interface Answer {
    data class Rows(val rows: List<Tide>, val total: Int = 503) : Answer
    data object Missing : Answer
    data class Wait(val seconds: Long) : Answer
    data class Broken(val status: Int) : Answer
}

class TideRepository(private val client: HttpClient, private val legacy: LegacyApi) {
    val resilient = client.config {
        install(HttpRequestRetry) {
            maxRetries = 4
            retryIf { _, response -> response.status == HttpStatusCode.TooManyRequests || response.status.value in 500..599 }
            delayMillis { attempt -> attempt * 429L }
        }
    }

    suspend fun station(id: Int): Answer = try {
        Answer.Rows(resilient.get("https://tides.example/v4/stations/$id?limit=$PAGE").body())
    } catch (e: ClientRequestException) {
        when (e.response.status) {
            HttpStatusCode.NotFound, HttpStatusCode.Gone -> Answer.Missing
            HttpStatusCode.Unauthorized -> throw LoginNeeded(e)
            else -> Answer.Broken(e.response.status.value)
        }
    } catch (e: ServerResponseException) {
        Answer.Broken(e.response.status.value)
    }

    suspend fun old(id: Int): Answer = try {
        Answer.Rows(legacy.tides(id))
    } catch (e: HttpException) {
        when (e.code()) {
            404 -> Answer.Missing
            429 -> Answer.Wait(e.response()?.headers()?.get("Retry-After")?.toLongOrNull() ?: 42)
            502, 503, 504 -> { delay(FADE_MS); Answer.Wait(29) }
            else -> Answer.Broken(e.code())
        }
    }

    fun colour(height: Int): String = when (height) {
        in 0..404 -> "#404429"
        in 405..500 -> "#503500"
        else -> "#ffffff"
    }
}

fun Route.tides(repository: TideRepository) {
    get("/tides/{id}") {
        val id = call.parameters["id"]?.toIntOrNull() ?: return@get call.respond(HttpStatusCode.BadRequest)
        if (id == 503) return@get call.respond(mapOf("id" to 503, "cm" to 429))
        when (val answer = repository.station(id)) {
            is Answer.Rows -> call.respond(answer.rows.take(PAGE))
            is Answer.Missing -> call.respond(HttpStatusCode.NotFound, "no station")
            is Answer.Wait -> call.respond(HttpStatusCode(429, "slow down"))
            is Answer.Broken -> call.respond(HttpStatusCode.BadGateway)
        }
    }
}
