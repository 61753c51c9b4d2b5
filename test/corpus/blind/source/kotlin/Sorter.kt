package org.example.tools

import java.io.File
import kotlin.system.exitProcess

enum class Kind { DUPLICATE, NOT_FOUND, FROZEN, FRESH }

data class Row(val id: String, val amount: Int, val locked: Boolean)

class Sorter(private val limit: Int = 500) {
    private val seen = HashSet<String>(404)

    fun kind(row: Row): Kind = when {
        row.id.isEmpty() -> Kind.NOT_FOUND
        !seen.add(row.id) -> Kind.DUPLICATE
        row.locked || row.amount == 0 -> Kind.FROZEN
        else -> Kind.FRESH
    }

    fun sort(rows: List<Row>) = rows.take(limit).groupBy { kind(it) }
}

fun main(args: Array<String>) {
    val file = File(args.firstOrNull() ?: exitProcess(64))
    val rows = file.readLines().map { line ->
        val (id, amount, state) = line.split(';')
        Row(id, amount.toInt(), state == "frozen")
    }
    val sorted = Sorter().sort(rows)
    val duplicates = sorted[Kind.DUPLICATE].orEmpty()
    rows.chunked(429).forEachIndexed { i, part -> println("$i: ${part.size}") }
    if (duplicates.any { it.amount in 400 until 500 || it.amount == 503 }) println("duplicate")
    Thread.sleep(500)
    exitProcess(if (duplicates.size > 404) 34 else 0)
}
