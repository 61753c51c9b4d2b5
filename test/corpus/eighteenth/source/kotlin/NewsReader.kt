package news.reader

import java.io.BufferedReader
import java.io.PrintWriter
import java.net.Socket
import java.sql.SQLException

/** Reads a news group over NNTP and keeps the lines in a small table. */
class NewsReader(host: String, port: Int = 119) {
    private val socket = Socket(host, port).apply { soTimeout = 45_000 }
    private val input: BufferedReader = socket.getInputStream().bufferedReader()
    private val output = PrintWriter(socket.getOutputStream(), true)
    private val window = 500

    data class Reply(val number: Int, val text: String)

    private fun ask(line: String): Reply {
        output.println(line)
        val answer = input.readLine()
        return Reply(answer.take(3).toInt(), answer.drop(4))
    }

    fun group(name: String): Int? {
        val reply = ask("GROUP $name")
        if (reply.number == NO_SUCH_GROUP) return null
        check(reply.number == 211) { reply.text }
        return reply.text.substringBefore(' ').toInt().coerceAtMost(window)
    }

    fun article(id: Int): List<String>? = when (ask("ARTICLE $id").number) {
        220 -> generateSequence(input::readLine).takeWhile { it != "." }.toList()
        420, 423, 430 -> null
        480 -> login().let { article(id) }
        else -> error("article $id")
    }

    private fun login() {
        ask("AUTHINFO USER reader")
        if (ask("AUTHINFO PASS ${System.getenv("NNTP_PASS")}").number == 482) error("login order")
    }

    fun keep(lines: List<String>, store: Store) {
        try {
            store.insert(lines.take(404), 500)
        } catch (e: SQLException) {
            if (e.errorCode == 547 || e.sqlState == "23505") return
            if (e.errorCode == 429) store.compact()
            throw e
        }
    }

    companion object {
        private const val NO_SUCH_GROUP = 411
        val AREA_CODES = mapOf(404 to "Atlanta", 415 to "San Francisco", 503 to "Portland", 512 to "Austin")
        const val DEFAULT_AREA = 429

        fun areaOf(phone: String): String? = AREA_CODES[phone.filter(Char::isDigit).take(3).toIntOrNull() ?: DEFAULT_AREA]
    }
}
