package org.dunes.network

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpResponseValidator
import io.ktor.client.plugins.ServerResponseException
import io.ktor.client.request.get
import io.ktor.http.HttpStatusCode
import java.io.IOException
import kotlinx.coroutines.delay
import okhttp3.Authenticator
import okhttp3.Interceptor
import okhttp3.Request
import okhttp3.Response
import okhttp3.Route
import retrofit2.HttpException

private const val PAGE = 500
private const val DEBOUNCE_MS = 450L
private val RETRYABLE = setOf(408, 429, 502, 503, 504)

sealed class DuneResult<out T> {
    data class Ok<T>(val value: T) : DuneResult<T>()
    data object Unauthorized : DuneResult<Nothing>()
    data object NotFound : DuneResult<Nothing>()
    data class Failed(val code: Int, val message: String?) : DuneResult<Nothing>()
    data object Offline : DuneResult<Nothing>()
}

suspend fun <T> safeCall(block: suspend () -> T): DuneResult<T> = try {
    DuneResult.Ok(block())
} catch (e: HttpException) {
    when (e.code()) {
        401 -> DuneResult.Unauthorized
        404, 410 -> DuneResult.NotFound
        422 -> DuneResult.Failed(422, e.response()?.errorBody()?.string())
        in 500..599 -> DuneResult.Failed(e.code(), "The dunes are moving")
        else -> DuneResult.Failed(e.code(), e.message())
    }
} catch (e: IOException) {
    delay(DEBOUNCE_MS)
    DuneResult.Offline
}

class TokenAuthenticator(private val tokens: Tokens) : Authenticator {
    override fun authenticate(route: Route?, response: Response): Request? {
        if (response.code != 401 || response.priorResponse != null) return null
        return response.request.newBuilder().header("Authorization", "Bearer ${tokens.renew()}").build()
    }
}

class RetryInterceptor(private val times: Int = 4) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        var response = chain.proceed(chain.request())
        var n = 0
        while (response.code in RETRYABLE && n++ < times) {
            response.close()
            response = chain.proceed(chain.request())
        }
        return response
    }
}

fun client() = HttpClient {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryIf(4) { _, response -> response.status == HttpStatusCode.TooManyRequests || response.status.value >= 500 }
        constantDelay(400)
    }
    HttpResponseValidator {
        handleResponseExceptionWithRequest { cause, _ ->
            if (cause is ClientRequestException && cause.response.status == HttpStatusCode.Forbidden) throw KeyException()
            if (cause is ServerResponseException) throw IOException("port 443 answers nonsense", cause)
        }
    }
}

suspend fun dunes(client: HttpClient, beach: Int = 404): List<String> =
    client.get("https://dunes.example.org/beaches/$beach/dunes?size=$PAGE").body()
