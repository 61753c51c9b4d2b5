package org.example.shop.ui

import androidx.compose.material3.Typography
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

object Sizes {
    val page = 500.dp
    val card = 404.dp
    val picture = 429.dp to 503.dp
    val gap = 32.dp
}

val shades = mapOf(
    400 to Color(0xFF9CA3AF),
    500 to Color(0xFF6B7280),
    600 to Color(0xFF4B5563),
)

val Type = Typography(
    bodyLarge = TextStyle(fontWeight = FontWeight(400), fontSize = 16.sp),
    titleLarge = TextStyle(fontWeight = FontWeight.W500, fontSize = 34.sp),
)

enum class Shelf(val number: Int) { BOLTS(404), NUTS(429), WASHERS(500), SCREWS(503) }

fun width(columns: Int): Int = when (columns) {
    1 -> 400
    2 -> 500
    else -> 187 * columns
}

fun isWide(width: Int) = width in 500..599 || width == 404
