package org.example.ferry

import io.ktor.client.HttpClient
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.request.get
import io.ktor.client.statement.bodyAsText
import io.ktor.http.HttpStatusCode
import kotlin.test.Test
import kotlin.test.assertEquals

private const val PAGE = 500
private val decks = listOf(403, 404, 429)

class SailingRepository(private val http: HttpClient) {
    suspend fun sailing(id: Int): String? {
        val answer = try {
            http.get("https://api.ferry.example/v2/sailings/$id?limit=$PAGE")
        } catch (e: ClientRequestException) {
            return when (e.response.status) {
                HttpStatusCode.NotFound -> null
                HttpStatusCode.Unauthorized -> throw SignedOut()
                else -> throw e
            }
        }
        if (answer.status.value == 503) throw Busy(503L * 4)
        return answer.bodyAsText()
    }

    fun again(code: Int) = when (code) {
        408, 429 -> true
        in 500..599 -> true
        else -> false
    }

    fun fare(metres: Int) = when (metres) {
        404 -> 429
        in 400..500 -> 503
        else -> decks.sum()
    }
}

class FareTest {
    @Test fun fare() = assertEquals(429, repository.fare(404))
}
