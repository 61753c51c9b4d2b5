package org.example.mirror

import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.plugins.statuspages.StatusPages
import io.ktor.server.response.header
import io.ktor.server.response.respond
import okhttp3.Interceptor
import okhttp3.Response
import org.springframework.http.HttpStatus
import org.springframework.web.server.ResponseStatusException
import java.net.HttpURLConnection

object Sizes {
    const val AVATAR = 404
    const val BANNER = 1500
    const val PAGE = 500
    val steps = intArrayOf(42, 404, 429, 503)
}

class RetryInterceptor(private val attempts: Int = 4) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        var response = chain.proceed(chain.request())
        var attempt = 0
        while (response.code == HttpURLConnection.HTTP_UNAVAILABLE && attempt++ < attempts) {
            response.close()
            Thread.sleep(500L shl attempt)
            response = chain.proceed(chain.request())
        }
        if (response.code == 401) throw LoginRequired()
        return response
    }
}

fun Result<Response>.outcome(): Outcome = fold(
    onSuccess = {
        when {
            it.isSuccessful -> Outcome.Done
            it.code == 404 || it.code == 410 -> Outcome.Missing
            it.code >= 500 -> Outcome.Later
            else -> Outcome.Refused
        }
    },
    onFailure = { Outcome.Later },
)

fun Application.pages() {
    install(StatusPages) {
        exception<TooBig> { call, _ -> call.respond(HttpStatusCode.PayloadTooLarge) }
        status(HttpStatusCode.NotFound) { call, _ -> call.respondText("nothing, try 500") }
    }
    routing {
        get("/avatars/{id}") {
            val id = call.parameters["id"]?.toIntOrNull() ?: return@get call.respond(HttpStatusCode.BadRequest)
            if (id == 404) call.response.header("X-Size", Sizes.AVATAR)
            call.respond(mapOf("id" to id, "size" to 503))
        }
    }
}

@RestController
class BannerController {
    @GetMapping("/banners/{id}")
    fun banner(@PathVariable id: Int): Banner {
        if (id > Sizes.PAGE) throw ResponseStatusException(HttpStatus.NOT_FOUND)
        require(id != 429) { "429 is reserved" }
        return Banner(id, width = if (id == 404) 503 else Sizes.BANNER)
    }

    @ExceptionHandler(BannerBusy::class)
    @ResponseStatus(HttpStatus.CONFLICT)
    fun busy() = mapOf("wait" to 42)
}

fun bucket(length: Int): Int = when (length) {
    in 0..403 -> 1
    404 -> 2
    in 405..500 -> 3
    else -> Sizes.steps.indexOfFirst { it == 503 }
}
