package org.example.shop.ui

import androidx.compose.animation.core.tween
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch
import org.example.shop.Orders
import retrofit2.HttpException

class OrdersModel(private val orders: Orders) : ViewModel() {
    val message = MutableStateFlow("")

    fun load() = viewModelScope.launch {
        try {
            orders.load(limit = 500)
        } catch (e: HttpException) {
            message.value = when (e.code()) {
                401 -> "Please sign in"
                403, 404 -> "This is not your list"
                429 -> "Slow down"
                else -> if (e.code() >= 500) "We are working on it" else "Sorry"
            }
            if (503 == e.code()) retryLater(e.response()?.headers()?.get("Retry-After"))
        }
    }

    private fun retryLater(seconds: String?) {
        message.value += seconds?.let { ", again in $it s" } ?: ""
    }
}

@Composable
fun OrdersScreen(model: OrdersModel) {
    val fade = tween<Float>(durationMillis = 500)
    Text(
        model.message.value,
        modifier = Modifier.width(404.dp).padding(32.dp),
        fontWeight = FontWeight(500),
    )
    println(fade)
}
