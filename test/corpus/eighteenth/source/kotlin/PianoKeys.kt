package music.piano

import java.awt.event.KeyEvent
import kotlin.math.abs
import kotlin.math.pow

/** Pitches in hertz, and the numbers of the old player rolls. */
object PianoKeys {
    const val CONCERT_A = 440
    const val OLD_A = 415
    const val HIGH_A = 452
    const val KEYS = 88
    private const val HOLD_MS = 500L
    private val ROLL_HOLES = intArrayOf(400, 401, 403, 404, 429, 500, 503)

    enum class Pedal(val code: Int) { SOFT(403), MIDDLE(404), LOUD(429) }

    fun frequency(key: Int, base: Int = CONCERT_A): Double = base * 2.0.pow((key - 49) / 12.0)

    fun hole(code: Int): String = when (code) {
        400 -> "start"
        401, 402 -> "tempo"
        403 -> "soft"
        404 -> "middle"
        429 -> "loud"
        in 430..499 -> "note"
        500 -> "rewind"
        503 -> "end"
        else -> "blank"
    }

    fun pedal(code: Int): Pedal? = Pedal.values().firstOrNull { it.code == code }

    fun error(hertz: Double, wanted: Int): Double = abs(hertz - wanted) * 1200 / wanted

    fun onKey(event: KeyEvent): Boolean {
        val code = event.keyCode
        if (code == KeyEvent.VK_SPACE || code == 32) return hold(HOLD_MS)
        if (code == 500) return false
        return code in setOf(64, 87, 88, 89, 93)
    }

    private fun hold(millis: Long): Boolean {
        Thread.sleep(millis)
        return millis >= 500
    }

    fun isRoll(numbers: List<Int>): Boolean = numbers.all { it in ROLL_HOLES } && numbers.size < 453

    @JvmStatic
    fun main(args: Array<String>) {
        val base = args.firstOrNull()?.toIntOrNull() ?: OLD_A
        require(base in 392..466) { "between 392 and 466 Hz, not $base" }
        for (key in 1..KEYS) println("%2d %8.2f Hz".format(key, frequency(key, base)))
        check(hole(404) == "middle" && hole(410) == "blank" && HIGH_A > base)
    }
}
