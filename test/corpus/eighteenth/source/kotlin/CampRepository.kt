package scouts.camp

import kotlinx.coroutines.delay
import okhttp3.Interceptor
import okhttp3.Response
import retrofit2.HttpException
import java.io.IOException
import java.net.HttpURLConnection.HTTP_FORBIDDEN
import java.net.HttpURLConnection.HTTP_NOT_FOUND

class CampRepository(private val api: CampApi, private val cache: CampCache) {

    sealed interface Result {
        data class Found(val camp: Camp) : Result
        data object Missing : Result
        data object SignedOut : Result
        data class Failed(val retry: Boolean) : Result
    }

    suspend fun camp(id: Long): Result = try {
        Result.Found(api.camp(id).also { cache.put(id, it, TTL_SECONDS) })
    } catch (e: HttpException) {
        when (e.code()) {
            401 -> Result.SignedOut
            HTTP_FORBIDDEN, HTTP_NOT_FOUND -> Result.Missing
            408, 429 -> Result.Failed(retry = true)
            in 500..599 -> Result.Failed(retry = e.code() != 501)
            else -> Result.Failed(retry = false)
        }
    } catch (e: IOException) {
        cache[id]?.let(Result::Found) ?: Result.Failed(retry = true)
    }

    suspend fun upload(photo: ByteArray): Boolean {
        repeat(4) { attempt ->
            val response = api.upload(photo.copyOf(minOf(photo.size, MAX_BYTES)))
            if (response.isSuccessful) return true
            if (response.code() == 413 || response.code() == 415) return false
            if (response.code() >= 500) delay(BASE_MS shl attempt)
        }
        return false
    }

    companion object {
        private const val TTL_SECONDS = 429
        private const val MAX_BYTES = 500 * 1024
        private const val BASE_MS = 500L
        val TENT_NUMBERS = 400..451
    }
}

class TokenInterceptor(private val tokens: Tokens) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val response = chain.proceed(chain.request())
        if (response.code != 401) return response
        response.close()
        // the second 401 ends the session
        return chain.proceed(chain.request().newBuilder().header("Authorization", tokens.renew()).build())
    }
}

fun isRiver(tent: Int) = tent in listOf(403, 404, 410) || tent == 429
