package org.dunes.network

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.StringSpec
import io.kotest.matchers.shouldBe
import io.ktor.client.HttpClient
import io.ktor.client.engine.mock.MockEngine
import io.ktor.client.engine.mock.respond
import io.ktor.client.engine.mock.respondError
import io.ktor.client.request.get
import io.ktor.client.request.put
import io.ktor.http.HttpStatusCode
import io.ktor.http.headersOf
import io.ktor.server.testing.testApplication
import io.mockk.coEvery
import io.mockk.every
import io.mockk.mockk
import okhttp3.ResponseBody.Companion.toResponseBody
import okhttp3.mockwebserver.MockResponse
import okhttp3.mockwebserver.MockWebServer
import okhttp3.mockwebserver.SocketPolicy
import retrofit2.HttpException
import retrofit2.Response

class DuneNetworkTest : StringSpec({
    "lists dunes" {
        val engine = MockEngine { respond("""["Big", "Flat 404", "Old 500"]""", headers = headersOf("Content-Type", "application/json")) }
        dunes(HttpClient(engine), beach = 429).size shouldBe 3
    }

    "stops without key" {
        val engine = MockEngine { respondError(HttpStatusCode.Forbidden) }
        shouldThrow<KeyException> { dunes(HttpClient(engine)) }
    }

    "waits for the server" {
        var asked = 0
        val engine = MockEngine {
            if (asked++ < 2) respond("", HttpStatusCode.ServiceUnavailable, headersOf("Retry-After", "1"))
            else respond("[]", HttpStatusCode.OK)
        }
        dunes(HttpClient(engine), 401)
        asked shouldBe 3
    }

    "maps http exceptions" {
        val api = mockk<DuneApi>()
        coEvery { api.dune(404) } throws HttpException(Response.error<String>(404, "{}".toResponseBody(null)))
        coEvery { api.dune(450) } throws HttpException(Response.error<String>(502, "".toResponseBody(null)))
        safeCall { api.dune(404) } shouldBe DuneResult.NotFound
        safeCall { api.dune(450) } shouldBe DuneResult.Failed(502, "The dunes are moving")
    }

    "renews the token once" {
        val server = MockWebServer()
        server.enqueue(MockResponse().setResponseCode(401))
        server.enqueue(MockResponse().setResponseCode(200).setBody("x".repeat(500)))
        server.enqueue(MockResponse().apply { socketPolicy = SocketPolicy.DISCONNECT_AFTER_REQUEST })
        server.start(4040)
        server.requestCount shouldBe 0
        server.shutdown()
    }

    "answers of the arcade" {
        testApplication {
            client.get("/machines/599").status shouldBe HttpStatusCode.NotFound
            client.put("/plays").status.value shouldBe 405
            client.get("/machines/404").status.value shouldBe 200
        }
    }

    "response by hand" {
        val response = mockk<okhttp3.Response>(relaxed = true)
        every { response.code } returns 418
        every { response.receivedResponseAtMillis } returns 500
        TokenAuthenticator(mockk()).authenticate(null, response) shouldBe null
    }
})
