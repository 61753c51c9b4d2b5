package town.brewery

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.ServerResponseException
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.plugins.NotFoundException
import io.ktor.server.plugins.statuspages.StatusPagesConfig
import io.ktor.server.request.receive
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import io.ktor.server.routing.post

private const val LITRES = 500
private const val MAX_VATS = 404
private const val MASH_MINUTES = 88

fun StatusPagesConfig.brewery() {
    status(HttpStatusCode.NotFound) { call, _ -> call.respondText("nothing here", status = HttpStatusCode.NotFound) }
    exception<NotFoundException> { call, e -> call.respond(HttpStatusCode.NotFound, e.message ?: "") }
    exception<Throwable> { call, _ -> call.respond(HttpStatusCode.InternalServerError) }
}

fun Route.vats(store: VatStore, http: HttpClient) {
    get("/vats/{id}") {
        val vat = store.find(call.parameters["id"]!!.toInt()) ?: throw NotFoundException("vat")
        if (vat.sealed) return@get call.respond(HttpStatusCode.Locked)
        call.respond(vat.copy(litres = minOf(vat.litres, LITRES)))
    }

    post("/vats") {
        val plan = call.receive<VatPlan>()
        when {
            store.count() >= MAX_VATS -> call.respond(HttpStatusCode(507, "No room"))
            plan.litres !in 50..LITRES -> call.respond(HttpStatusCode.UnprocessableEntity)
            else -> call.respond(HttpStatusCode.Created, store.add(plan, MASH_MINUTES))
        }
    }

    get("/malt/price") {
        try {
            call.respond(http.get("https://malt.market.example/today").body<Price>())
        } catch (e: ClientRequestException) {
            when (e.response.status) {
                HttpStatusCode.TooManyRequests -> call.respond(HttpStatusCode.ServiceUnavailable, "later")
                HttpStatusCode.PaymentRequired -> call.respond(HttpStatusCode.BadGateway)
                else -> throw e
            }
        } catch (e: ServerResponseException) {
            if (e.response.status.value == 504) return@get call.respond(Price(429))
            throw e
        }
    }
}

fun hops(grams: Int): Int = if (grams == 404 || grams > 500) 3 else grams / 130
