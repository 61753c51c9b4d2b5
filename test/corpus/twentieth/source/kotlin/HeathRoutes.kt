package org.heath.server

import io.ktor.http.HttpHeaders
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.Application
import io.ktor.server.application.install
import io.ktor.server.auth.authenticate
import io.ktor.server.plugins.BadRequestException
import io.ktor.server.plugins.statuspages.StatusPages
import io.ktor.server.request.receive
import io.ktor.server.response.header
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.delete
import io.ktor.server.routing.get
import io.ktor.server.routing.post
import io.ktor.server.routing.routing
import kotlin.time.Duration.Companion.seconds

private const val MAX_PONIES = 144
private const val PAGE = 50
private val PAUSE = 450.seconds

class PonyTaken(val number: Int) : Exception("pony $number has a rider")

/** Answers 409 for a pony with a rider, and 503 for a tired one. */
fun Application.heath(ponies: Ponies) {
    install(StatusPages) {
        exception<PonyTaken> { call, cause ->
            call.respond(HttpStatusCode.Conflict, mapOf("pony" to cause.number))
        }
        exception<BadRequestException> { call, cause ->
            call.respondText(cause.message ?: "bad request", status = HttpStatusCode.BadRequest)
        }
        exception<Throwable> { call, cause ->
            call.application.environment.log.error("heath", cause)
            call.respond(HttpStatusCode.InternalServerError)
        }
        status(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed) { call, status ->
            call.respondText("nothing on the heath here", status = status)
        }
    }

    routing {
        get("/ponies") {
            val page = call.parameters["page"]?.toIntOrNull() ?: 1
            call.respond(ponies.list(offset = (page - 1) * PAGE, limit = PAGE))
        }
        authenticate("warden") {
            post("/ponies/{number}/rides") {
                val number = call.parameters["number"]?.toIntOrNull()
                if (number == null || number !in 1..MAX_PONIES) {
                    return@post call.respond(HttpStatusCode.UnprocessableEntity)
                }
                if (ponies.resting(number)) {
                    call.response.header(HttpHeaders.RetryAfter, PAUSE.inWholeSeconds.toString())
                    return@post call.respond(HttpStatusCode.fromValue(503))
                }
                call.respond(HttpStatusCode.Created, ponies.ride(number, call.receive()))
            }
            delete("/ponies/{number}") {
                call.respond(HttpStatusCode.Forbidden, "ponies stay")
            }
        }
    }
}
