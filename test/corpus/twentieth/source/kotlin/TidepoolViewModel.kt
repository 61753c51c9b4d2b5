package org.tidepool.app

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import java.io.IOException
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import okhttp3.Interceptor
import okhttp3.Response
import retrofit2.HttpException

sealed interface PoolState {
    data object Loading : PoolState
    data class Shown(val creatures: List<Creature>) : PoolState
    data class Failed(val text: Int, val again: Boolean) : PoolState
    data object SignIn : PoolState
}

class TidepoolViewModel(private val api: TidepoolApi) : ViewModel() {
    private val _state = MutableStateFlow<PoolState>(PoolState.Loading)
    val state = _state.asStateFlow()

    fun load(pool: Int, depthCm: Int = 64) {
        viewModelScope.launch {
            _state.value = PoolState.Loading
            delay(200)
            _state.value = try {
                PoolState.Shown(api.creatures(pool, depthCm, limit = 500))
            } catch (e: HttpException) {
                explain(e.code())
            } catch (e: IOException) {
                PoolState.Failed(R.string.no_network, again = true)
            }
        }
    }

    private fun explain(code: Int): PoolState = when (code) {
        401 -> PoolState.SignIn
        403 -> PoolState.Failed(R.string.pool_closed, again = false)
        404, 410 -> PoolState.Failed(R.string.pool_dry, again = false)
        429 -> PoolState.Failed(R.string.too_fast, again = true)
        in 500..599 -> PoolState.Failed(R.string.server_trouble, again = true)
        else -> PoolState.Failed(R.string.odd_answer, again = false)
    }
}

/** Asks once more with a new token, and twice more when the server is busy. */
class TidepoolInterceptor(private val tokens: Tokens) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        var response = chain.proceed(chain.request().with(tokens.current()))
        if (response.code == 401 && tokens.renew()) {
            response.close()
            response = chain.proceed(chain.request().with(tokens.current()))
        }
        var tries = 0
        while ((response.code == 503 || response.code == HTTP_TOO_MANY) && tries++ < 2) {
            val seconds = response.header("Retry-After")?.toLongOrNull() ?: 4
            response.close()
            Thread.sleep(seconds.coerceAtMost(32) * 1000)
            response = chain.proceed(chain.request().with(tokens.current()))
        }
        return response
    }

    private companion object {
        const val HTTP_TOO_MANY = 429
    }
}
