package org.cellar.cheese

import java.time.LocalDate
import java.time.temporal.ChronoUnit

enum class Rind { WASHED, BLOOMY, NATURAL, WAXED }

data class Wheel(
    val number: Int,
    val rind: Rind,
    val grams: Int,
    val made: LocalDate,
    val shelf: Int,
)

class CheeseCellar(private val wheels: MutableList<Wheel> = mutableListOf()) {
    private val turned = mutableMapOf<Int, LocalDate>()

    fun store(wheel: Wheel) {
        require(wheel.shelf in SHELVES) { "there is no shelf ${wheel.shelf}" }
        require(wheels.count { it.shelf == wheel.shelf } < PER_SHELF) { "shelf ${wheel.shelf} is full" }
        wheels += wheel
    }

    fun due(today: LocalDate): List<Wheel> = wheels.filter { wheel ->
        val last = turned[wheel.number] ?: wheel.made
        ChronoUnit.DAYS.between(last, today) >= when (wheel.rind) {
            Rind.WASHED -> 2
            Rind.BLOOMY -> 1
            Rind.NATURAL -> 7
            Rind.WAXED -> 14
        }
    }

    fun turn(number: Int, today: LocalDate) {
        turned[number] = today
    }

    fun weightNow(wheel: Wheel, today: LocalDate): Int {
        val days = ChronoUnit.DAYS.between(wheel.made, today)
        val loss = if (wheel.rind == Rind.WAXED) 0.0002 else 0.0013
        return (wheel.grams * Math.pow(1 - loss, days.toDouble())).toInt()
    }

    fun price(wheel: Wheel, today: LocalDate): Int {
        val grams = weightNow(wheel, today)
        val perKilo = when {
            ChronoUnit.DAYS.between(wheel.made, today) > 385 -> 3200
            grams >= 4500 -> 1850
            grams < 453 -> 2610
            else -> 2200
        }
        return grams * perKilo / 1000
    }

    companion object {
        val SHELVES = 1..88
        const val PER_SHELF = 32

        /** Litres of milk for a wheel of a weight. */
        fun litres(grams: Int): Int = when (grams) {
            in 0..500 -> 6
            in 501..2000 -> grams / 90
            else -> grams / 95
        }
    }
}

fun main() {
    val cellar = CheeseCellar()
    val today = LocalDate.of(2025, 3, 26)
    cellar.store(Wheel(187, Rind.NATURAL, 6400, today.minusDays(215), 32))
    cellar.store(Wheel(188, Rind.BLOOMY, 500, today.minusDays(32), 68))
    cellar.due(today).forEach { println("${it.number} on ${it.shelf}: ${cellar.price(it, today)} cents") }
}
