package com.shop

import io.ktor.http.HttpStatusCode
import io.ktor.server.response.respond
import okhttp3.OkHttpClient
import org.springframework.http.HttpStatus

const val PORT = 5000
const val MAX_ITEMS = 500
val sizes = listOf(400, 404, 500)

fun fetch(client: OkHttpClient, id: Int): Stock? {
    client.newCall(request(id, 429)).execute().use { response ->
        if (response.code == 404) return null
        when (response.code) {
            401, 403 -> error("log in")
            429 -> Thread.sleep(500)
            else -> Unit
        }
        return parse(response.body!!.string(), 404)
    }
}

suspend fun show(call: ApplicationCall, id: Int) {
    if (id == 404 || id > 500) {
        call.respond(HttpStatusCode.NotFound)
    }
    if (id == 429) call.respond(HttpStatusCode.ServiceUnavailable, "busy")
}

fun status(id: Int) = if (id > 500) HttpStatus.CONFLICT else HttpStatus.OK

fun shelf(number: Int) = when (number) {
    404 -> "garden"
    in 429..500 -> "toys"
    else -> "none"
}

fun area(width: Int) = if (width == 404) width * 503 else 429
