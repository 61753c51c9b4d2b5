package org.arcade

import io.ktor.http.HttpHeaders
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.Application
import io.ktor.server.application.install
import io.ktor.server.plugins.BadRequestException
import io.ktor.server.plugins.statuspages.StatusPages
import io.ktor.server.request.receive
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.get
import io.ktor.server.routing.post
import io.ktor.server.routing.routing
import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.DeleteMapping
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

const val COIN_CENTS = 50
const val MAX_SCORE = 500_000
val machines = mapOf(401 to "Pinball", 404 to "Racer", 503 to "Claw")

class OutOfOrder(val machine: Int) : Exception()
class NoCoins : Exception()

data class Play(val machine: Int, val coins: Int)

fun Application.arcade(desk: Desk) {
    install(StatusPages) {
        exception<NoCoins> { call, _ -> call.respond(HttpStatusCode.PaymentRequired, "insert coins") }
        exception<OutOfOrder> { call, cause ->
            call.response.headers.append(HttpHeaders.RetryAfter, "500")
            call.respondText("machine ${cause.machine}", status = HttpStatusCode.ServiceUnavailable)
        }
        exception<BadRequestException> { call, _ -> call.respond(HttpStatusCode.fromValue(400)) }
        status(HttpStatusCode.NotFound) { call, status -> call.respondText("no machine there", status = status) }
        exception<Throwable> { call, e -> call.respond(HttpStatusCode.InternalServerError, e.message ?: "tilt") }
    }
    routing {
        get("/machines/{id}") {
            val id = call.parameters["id"]?.toIntOrNull() ?: return@get call.respond(HttpStatusCode.BadRequest)
            val name = machines[id] ?: return@get call.respond(HttpStatusCode.NotFound, mapOf("error" to "unknown"))
            call.respond(mapOf("name" to name, "volts" to 450))
        }
        post("/plays") {
            val play = call.receive<Play>()
            if (play.coins < COIN_CENTS) throw NoCoins()
            if (play.machine == 404 && desk.queue() > 40) {
                return@post call.respond(HttpStatusCode(429, "Too Many Players"))
            }
            call.respond(HttpStatusCode.Created, desk.play(play) + 400)
        }
    }
}

@RestController
class ScoreController(private val desk: Desk) {
    @DeleteMapping("/scores/{id}")
    fun remove(id: Long): ResponseEntity<Void> = when {
        desk.isFrozen(id) -> ResponseEntity.status(HttpStatus.LOCKED).build()
        desk.score(id) > MAX_SCORE -> throw ResponseStatusException(HttpStatus.CONFLICT, "the record stays")
        !desk.remove(id) -> ResponseEntity.notFound().build()
        else -> ResponseEntity.status(204).build()
    }
}
