package scouts.camp

import io.ktor.client.engine.mock.MockEngine
import io.ktor.client.engine.mock.respond
import io.ktor.client.engine.mock.respondError
import io.ktor.http.HttpStatusCode
import io.mockk.coEvery
import io.mockk.mockk
import kotlinx.coroutines.test.runTest
import okhttp3.ResponseBody.Companion.toResponseBody
import okhttp3.mockwebserver.MockResponse
import okhttp3.mockwebserver.MockWebServer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import retrofit2.HttpException
import retrofit2.Response

class CampRepositoryTest {
    private val server = MockWebServer()
    private val api = mockk<CampApi>()
    private val repository = CampRepository(api, CampCache(size = 500))

    @Test
    fun `missing camp`() = runTest {
        server.enqueue(MockResponse().setResponseCode(404).setBody("""{"camp":429}"""))
        assertEquals(CampRepository.Result.Missing, CampRepository(server.api(), CampCache(64)).camp(404L + 1))
    }

    @Test
    fun `busy camp is tried again`() = runTest {
        coEvery { api.camp(5) } throws HttpException(Response.error<Camp>(429, "".toResponseBody()))
        val result = repository.camp(5)
        assertTrue((result as CampRepository.Result.Failed).retry)
    }

    @Test
    fun `large photo`() = runTest {
        coEvery { api.upload(any()) } returns Response.error(413, "too large".toResponseBody())
        assertEquals(false, repository.upload(ByteArray(500_000)))
    }

    @Test
    fun `engine answers`() = runTest {
        val engine = MockEngine { request ->
            when (request.url.encodedPath) {
                "/camps/7" -> respond("gone", HttpStatusCode.Gone)
                "/camps/8" -> respondError(HttpStatusCode.GatewayTimeout)
                else -> respond("""{"tents":503}""", HttpStatusCode.OK)
            }
        }
        assertEquals(HttpStatusCode.Gone, engine.client().status("/camps/7"))
        assertEquals(503, engine.client().tents("/camps/9"))
    }

    @Test
    fun `rivers`() {
        assertTrue(isRiver(404) && isRiver(429))
        assertEquals(listOf(400, 451), CampRepository.TENT_NUMBERS.let { listOf(it.first, it.last) })
    }
}
