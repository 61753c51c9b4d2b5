package org.planets.tiles

import android.graphics.Color
import android.view.KeyEvent
import androidx.compose.animation.core.tween
import androidx.compose.ui.unit.dp
import kotlin.math.abs

enum class TileStatus(val code: Int) {
    EMPTY(400),
    LAND(401),
    WATER(403),
    FOG(404),
    ICE(410),
    LAVA(500),
    GATE(503),
}

data class Tile(val x: Int, val y: Int, val status: TileStatus, val height: Int)

class TileError(val code: Int, message: String) : Exception(message)

class PlanetTiles(private val tiles: List<Tile>) {
    private val fade = tween<Float>(durationMillis = 500)
    private val size = 404.dp
    private val costs = mapOf(400 to 1, 401 to 2, 403 to 5, 410 to 4, 500 to 50)

    fun colour(tile: Tile): Int = when (tile.status.code) {
        401 -> Color.rgb(40, 140, 50)
        403 -> Color.BLUE
        404 -> Color.GRAY
        500, 503 -> Color.RED
        else -> Color.BLACK
    }

    fun cost(code: Int): Int {
        if (code == 404) throw TileError(429, "cannot walk in the fog")
        if (code >= 500) return costs.getValue(500)
        return costs[code] ?: 1
    }

    fun reachable(from: Tile, energy: Int): List<Tile> {
        val status = TileStatus.GATE
        return tiles.filter { tile ->
            tile.status != status && abs(tile.x - from.x) + abs(tile.y - from.y) + cost(tile.status.code) <= energy
        }
    }

    fun onKey(code: Int): Boolean = when (code) {
        KeyEvent.KEYCODE_DPAD_UP -> true
        404, 405 -> false
        in 420..429 -> true
        else -> false
    }

    fun raise(tile: Tile): Tile = when (tile.height) {
        in 400..499 -> tile.copy(height = 500)
        in 500..599 -> tile.copy(status = TileStatus.ICE)
        else -> tile.copy(height = tile.height + 50)
    }

    companion object {
        const val MAX_TILES = 512
        const val SEED = 42_204
        const val ERROR_NO_MAP = 422
        val levels = intArrayOf(401, 402, 403, 404, 405)
    }
}
