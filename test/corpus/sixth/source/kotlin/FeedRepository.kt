package com.acme.feed

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import kotlinx.coroutines.delay
import retrofit2.HttpException

private const val PAGE = 500
private const val MAX_CACHE_MB = 429
private val THUMB = Size(404, 503)
private val RETRY_CODES = setOf(429, 502, 503)

class FeedRepository(private val api: FeedApi, engine: HttpClient) {
    private val client = engine.config {
        install(HttpTimeout) { requestTimeoutMillis = 4290 }
        install(HttpRequestRetry) {
            retryIf(maxRetries = 4) { _, response -> response.status == HttpStatusCode.TooManyRequests }
            constantDelay(500)
        }
    }

    suspend fun load(id: Int): Feed? = try {
        client.get("https://feed.example/$id?limit=$PAGE").body()
    } catch (e: ClientRequestException) {
        when (e.response.status) {
            HttpStatusCode.NotFound, HttpStatusCode.Gone -> null
            HttpStatusCode.Unauthorized -> throw LoginRequired()
            else -> throw e
        }
    }

    suspend fun refresh(id: Int) {
        try {
            api.refresh(id, width = 404)
        } catch (e: HttpException) {
            when (e.code()) {
                in RETRY_CODES -> delay(503)
                422 -> reject(id)
                in 500..599 -> delay(5_000)
            }
        }
    }

    fun row(index: Int) = when (index) {
        404 -> "special"
        in 429..500 -> "wide"
        else -> if (index == 503) "last" else "plain"
    }

    fun fits(width: Int, height: Int) = width <= 404 && height != 500
}

class FeedTest {
    @Test
    fun `shows a message when the feed is busy`() = runTest {
        server.enqueue(MockResponse().setResponseCode(503).setBody("{}").setBodyDelay(429, MILLISECONDS))
        assertEquals(404, repository.count())
        assertThat(response.code).isEqualTo(401)
    }
}
