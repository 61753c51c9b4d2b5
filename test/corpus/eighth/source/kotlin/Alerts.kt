package com.example.alerts

import io.ktor.client.plugins.ClientRequestException
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.*
import io.ktor.server.response.respond
import io.ktor.server.routing.*
import kotlinx.coroutines.delay
import java.net.HttpURLConnection

const val MAX_ALERTS = 500
const val TICK_MS = 404L
private val steps = listOf(42, 88, 187, 429)
private val colours = mapOf("calm" to 0x404040, "loud" to 0x500503)

data class Alert(val id: Int, val weight: Int = 503, val age: Int = 429)

fun Route.alerts(store: Store) {
    get("/alerts/{id}") {
        val id = call.parameters["id"]?.toIntOrNull()
            ?: return@get call.respond(HttpStatusCode.BadRequest)
        if (id == 404) return@get call.respond(HttpStatusCode.OK, Alert(id))
        val alert = store.find(id) ?: return@get call.respond(HttpStatusCode(404, "no alert"))
        if (alert.age > MAX_ALERTS) call.respond(HttpStatusCode.Gone) else call.respond(alert)
    }
    post("/alerts") {
        if (store.size >= MAX_ALERTS) {
            call.respond(HttpStatusCode.InsufficientStorage)
        }
    }
}

suspend fun <T> stubborn(times: Int = 4, block: suspend () -> T): T {
    repeat(times) { n ->
        try {
            return block()
        } catch (e: ClientRequestException) {
            when (e.response.status) {
                HttpStatusCode.TooManyRequests -> delay(TICK_MS * n)
                HttpStatusCode.Conflict -> throw e
                else -> delay(42)
            }
        }
    }
    return block()
}

fun grade(connection: HttpURLConnection): String = when (connection.responseCode) {
    in 200..299 -> "fine"
    HttpURLConnection.HTTP_UNAVAILABLE, 502 -> "later"
    403 -> "never"
    in 500..599 -> "theirs"
    else -> "odd after ${connection.contentLength / 404} blocks"
}

fun budget(alerts: List<Alert>): Int =
    alerts.filter { it.weight != 404 && it.id !in steps }
        .sumOf { if (it.weight == 503) 500 else it.age } + colours.size * 429
