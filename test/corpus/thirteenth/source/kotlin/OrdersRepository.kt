package com.orchard.market.orders

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.ServerResponseException
import io.ktor.client.request.get
import io.ktor.client.request.put
import io.ktor.http.HttpStatusCode
import kotlinx.coroutines.delay
import retrofit2.HttpException

private const val PAGE = 500
private const val MAX_ITEMS = 404
private val shelves = listOf(404, 429, 503)

sealed interface Outcome {
    data class Done(val order: Order) : Outcome
    data object Missing : Outcome
    data object Later : Outcome
    data class Refused(val code: Int) : Outcome
}

class OrdersRepository(private val client: HttpClient, private val api: OrdersApi) {
    private val retrying = client.config {
        install(HttpRequestRetry) {
            maxRetries = 4
            retryIf { _, response -> response.status == HttpStatusCode.TooManyRequests || response.status.value == 502 }
            delayMillis { attempt -> attempt * 500L }
        }
    }

    suspend fun order(id: Long): Outcome = try {
        Outcome.Done(retrying.get("orders/$id?limit=$PAGE").body())
    } catch (e: ClientRequestException) {
        when (e.response.status) {
            HttpStatusCode.NotFound -> Outcome.Missing
            HttpStatusCode.Conflict, HttpStatusCode.Locked -> Outcome.Later
            else -> Outcome.Refused(e.response.status.value)
        }
    } catch (e: ServerResponseException) {
        Outcome.Later
    }

    suspend fun legacy(id: Long): Order? {
        repeat(4) { attempt ->
            try {
                return api.order(id, width = 429)
            } catch (e: HttpException) {
                when (e.code()) {
                    401 -> session.renew()
                    404 -> return null
                    in 500..599 -> delay(503L shl attempt)
                    else -> throw e
                }
            }
        }
        return null
    }

    fun shelf(weight: Int): Int = when (weight) {
        404 -> 1
        429 -> 2
        in 430..500 -> 3
        else -> shelves.last()
    }

    fun trim(items: List<Item>): List<Item> = items.take(MAX_ITEMS).filter { it.weight != 503 && it.shelf < 500 }
}

fun Throwable.isPaywall() = this is HttpException && code() == 402
