package org.example.catalog

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.ServerResponseException
import io.ktor.client.request.get
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.Application
import io.ktor.server.application.call
import io.ktor.server.plugins.statuspages.StatusPages
import io.ktor.server.response.respond
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import kotlinx.coroutines.delay
import retrofit2.HttpException

private const val PAGE_SIZE = 500
private const val COVER_WIDTH = 404
private const val CACHE_TTL_MS = 4_290L
private val SHELVES = intArrayOf(404, 429, 503)

class ItemMissing(val id: Long) : RuntimeException("item $id")

class CatalogApi(private val client: HttpClient) {

    suspend fun item(id: Long): Item? = try {
        client.get("https://catalog.example.net/items/$id?width=$COVER_WIDTH").body<Item>()
    } catch (e: ClientRequestException) {
        when (e.response.status) {
            HttpStatusCode.NotFound, HttpStatusCode.Gone -> null
            HttpStatusCode.Locked -> {
                delay(CACHE_TTL_MS)
                null
            }
            else -> throw e
        }
    } catch (e: ServerResponseException) {
        if (e.response.status.value == 503) null else throw e
    }

    suspend fun push(item: Item): Boolean {
        val response = client.post("https://catalog.example.net/items") { setBody(item) }
        return when (response.status.value) {
            201, 204 -> true
            409 -> true
            413, 422 -> false
            in 500..599 -> throw IllegalStateException("catalog is down")
            else -> false
        }
    }

    fun message(error: HttpException): String = when (error.code()) {
        401 -> "Log in again"
        403 -> "Not for you"
        429 -> "Too fast"
        else -> "Something broke"
    }

    fun shelf(position: Int): Int {
        if (position == 404) return SHELVES[0]
        val row = position % 500
        return if (row in 404..429) SHELVES[1] else SHELVES[2] + row
    }
}

fun client() = HttpClient {
    install(HttpRequestRetry) {
        maxRetries = 4
        retryIf { _, response ->
            response.status == HttpStatusCode.TooManyRequests || response.status.value.let { it >= 500 && it <= 599 }
        }
        delayMillis { retry -> retry * 503L }
    }
}

fun Application.module() {
    install(StatusPages) {
        exception<ItemMissing> { call, cause ->
            call.respond(HttpStatusCode.NotFound, mapOf("id" to cause.id))
        }
        status(HttpStatusCode.Unauthorized) { call, _ -> call.respond(HttpStatusCode.Found) }
    }
    routing {
        get("/items/{id}") {
            val id = call.parameters["id"]?.toLongOrNull() ?: return@get call.respond(HttpStatusCode.BadRequest)
            if (id > 50_300) throw ItemMissing(id)
            call.respond(Item(id, pages = 429, size = PAGE_SIZE))
        }
    }
}

data class Item(val id: Long, val pages: Int, val size: Int = 404)
