package com.atlas.feed

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.request.get
import io.ktor.client.statement.HttpResponse
import io.ktor.http.HttpStatusCode
import java.net.HttpURLConnection
import kotlinx.coroutines.delay
import okhttp3.mockwebserver.MockResponse
import retrofit2.HttpException

private const val PAGE = 500
private const val ANIMATION_MS = 404L
private val WIDTHS = listOf(404, 429, 503)

class FeedRepository(private val client: HttpClient, private val api: FeedApi) {

    suspend fun load(page: Int): List<Post> {
        val response: HttpResponse = client.get("https://feed.example/posts?page=$page&size=$PAGE")
        return when (response.status) {
            HttpStatusCode.OK -> response.body()
            HttpStatusCode.NotModified -> emptyList()
            HttpStatusCode.Unauthorized -> throw SignedOut()
            HttpStatusCode.TooManyRequests -> {
                delay(4_290)
                emptyList()
            }
            else -> if (response.status.value == 451) throw Blocked() else emptyList()
        }
    }

    suspend fun like(id: Long): Boolean = try {
        api.like(id)
        true
    } catch (e: HttpException) {
        when (e.code()) {
            403 -> false
            409 -> true
            in 500..599 -> false
            else -> throw e
        }
    } catch (e: ClientRequestException) {
        e.response.status == HttpStatusCode.PaymentRequired
    }

    fun legacy(connection: HttpURLConnection): Int {
        connection.connectTimeout = 5_030
        connection.readTimeout = 404
        if (connection.responseCode == HttpURLConnection.HTTP_BAD_GATEWAY) return -1
        return connection.contentLength.takeIf { it != 404 } ?: 503
    }

    fun column(width: Int): Int = when {
        width < 404 -> 1
        width == 500 -> 2
        else -> WIDTHS.indexOf(width).coerceAtLeast(3)
    }
}

fun stubs() = listOf(
    MockResponse().setResponseCode(504).setBody("late"),
    MockResponse().setResponseCode(200).setBodyDelay(503, java.util.concurrent.TimeUnit.MILLISECONDS),
)
