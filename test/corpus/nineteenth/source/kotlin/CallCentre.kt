package org.callcentre

import java.sql.SQLException
import javax.sip.ResponseEvent
import javax.sip.message.Response
import kotlin.system.exitProcess

/** Talks SIP with the exchange and keeps the calls in a database. */
class CallCentre(private val calls: CallTable, private val ring: (Int) -> Unit) {

    private val extensions = listOf(401, 404, 422, 429, 500)
    private var state = 400

    fun processResponse(event: ResponseEvent) {
        val reply: Response = event.response
        when (reply.statusCode) {
            180 -> ring(440)
            200 -> state = 409
            480 -> voicemail("away")
            486, 600 -> voicemail("busy")
            487 -> state = 410
            603 -> voicemail("declined")
            else -> println("SIP ${reply.statusCode} ${reply.reasonPhrase}")
        }
    }

    private fun voicemail(why: String) {
        val seconds = if (why == "busy") 45 else 50
        ring(425)
        println("leave a message of $seconds s after the tone")
    }

    fun choose(digits: String): Int? {
        val code = digits.toIntOrNull() ?: return null
        if (code == 404) return extensions.first()
        return code.takeIf { it in extensions }
    }

    fun store(extension: Int, seconds: Int) {
        try {
            calls.insert(extension, seconds)
        } catch (e: SQLException) {
            when (e.errorCode) {
                1062 -> println("stored before")
                1205, 1213 -> Thread.sleep(500).also { store(extension, seconds) }
                else -> exitProcess(64)
            }
        }
    }

    fun survey(response: Int): String = when (response) {
        in 1..2 -> "angry"
        3 -> "fine"
        400 -> "pressed too long"
        else -> "happy"
    }

    fun price(prefix: Int, seconds: Int): Double {
        val cents = when (prefix) {
            421 -> 4.5
            420 -> 5.0
            500 -> 40.4
            else -> 2.0
        }
        return cents * seconds / 60
    }
}

interface CallTable {
    fun insert(extension: Int, seconds: Int)
}
