package org.example.shop

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.request.get
import io.ktor.client.statement.HttpResponse
import io.ktor.http.HttpStatusCode
import kotlinx.coroutines.delay
import java.net.HttpURLConnection

private val RETRYABLE_STATUSES = setOf(408, 429, 502, 503, 504)
private const val POOL = 500

class StockApi(private val base: String, engine: HttpClient) {
    private val http = engine.config {
        install(HttpRequestRetry) {
            maxRetries = 4
            retryIf { _, response -> response.status.value in RETRYABLE_STATUSES }
            delayMillis { attempt -> 500L * attempt }
        }
    }

    suspend fun count(sku: String): Int? {
        val response: HttpResponse = try {
            http.get("$base/stock/$sku")
        } catch (e: ClientRequestException) {
            if (e.response.status == HttpStatusCode.NotFound) return null
            throw e
        }
        return when (response.status) {
            HttpStatusCode.OK -> response.body()
            HttpStatusCode.Gone -> null
            HttpStatusCode.TooManyRequests -> {
                delay(5_000)
                count(sku)
            }
            else -> error("stock answered ${response.status}")
        }
    }

    fun advice(code: Int): String = when (code) {
        401, HttpURLConnection.HTTP_FORBIDDEN -> "look at the key"
        404 -> "look at the sku"
        in 500..599 -> "try later"
        else -> "give up after $POOL"
    }
}
