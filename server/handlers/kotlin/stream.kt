import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.InterruptedIOException
import java.time.Duration
import java.time.Instant
import java.util.ArrayDeque
import java.util.logging.Logger
import kotlin.math.pow
import kotlin.random.Random

/**
 * The settings of a stream that is connected anew, and its failures since the last healthy connection. Times are
 * seconds. After a drop the wait is min(16, dropDelay * n) + random(0, jitter), n from 0; after a refusal it is what the
 * server asks for, else min(cap, baseDelay * 2^n) + random(0, jitter).
 *
 * @param silence a connection without a byte, a keep-alive either, is dead after this
 * @param retries connections in a row that may fail, or end before they are healthy
 * @param totalTime how long there may be none that is healthy
 * @param healthy a connection is healthy when it has lasted this long
 * @param maxWait when the server asks for a longer wait, the stream ends
 * @param onReconnect called before each wait, by default to log it
 */
internal class StreamOutage(
    val silence: Double = 30.0,
    private val retries: Int = 10,
    private val totalTime: Double = 1800.0,
    private val healthy: Double = 60.0,
    private val maxWait: Double = 900.0,
    private val dropDelay: Double = 0.25,
    private val baseDelay: Double = 5.0,
    private val cap: Double = 320.0,
    private val jitter: Double = 1.0,
    private val onReconnect: (attempt: Int, delay: Double, cause: String) -> Unit = { attempt, delay, cause ->
        Logger.getLogger("reconnect").warning("Reconnect $attempt in ${(delay * 1000).toLong()} ms: $cause")
    }
) {
    private var failures = 0
    private var since = Instant.now()

    /** Waits after a connection, which was opened at a moment or was not, is lost. False when there is no other. */
    fun afterDrop(cause: IOException, opened: Instant?): Boolean {
        if (opened != null && Duration.between(opened, Instant.now()).toMillis() >= healthy * 1000) {
            failures = 0
        }
        return pause(minOf(16.0, dropDelay * failures), cause.toString())
    }

    /** Waits after a refusal that asks for so many seconds, or for none. False when there is no other connection. */
    fun afterRefusal(status: Int, asked: Double): Boolean {
        if (asked > maxWait) {
            val reset = Instant.now().plusSeconds(asked.toLong())
            Logger.getLogger("reconnect").warning("No stream: the server asks to wait until $reset")
            return false
        }
        return pause(if (asked > 0) asked else minOf(cap, baseDelay * 2.0.pow(failures)), "HTTP $status")
    }

    private fun pause(atLeast: Double, cause: String): Boolean {
        since = if (failures == 0) Instant.now() else since
        val delay = atLeast + Random.nextDouble() * jitter
        val end = Instant.now().plusMillis((delay * 1000).toLong())
        if (failures >= retries || end.isAfter(since.plusMillis((totalTime * 1000).toLong()))) {
            return false
        }
        try {
            // Whoever was interrupted while it connected does not wait for another connection.
            Thread.sleep(1)
            onReconnect(++failures, delay, cause)
            Thread.sleep((delay * 1000).toLong())
        } catch (e: InterruptedException) {
            Thread.currentThread().interrupt()
            throw InterruptedIOException("the wait was interrupted")
        }
        return true
    }
}

/** A response of a client, and what is read of it. */
internal class StreamConnection<R>(
    val response: R,
    val status: Int,
    val header: (String) -> String?,
    val body: InputStream
)

/** The lines of a stream, over as many connections as that takes. */
internal class StreamLines<R>(private val outage: StreamOutage, private val connect: () -> StreamConnection<R>) :
    Iterator<String> {
    private val whole = ArrayDeque<String>()
    private val torn = ByteArrayOutputStream()
    private val buffer = ByteArray(8192)
    private val lineEnd = "\n".toByteArray().first()
    private var body: InputStream? = null
    private var opened = Instant.now()

    /** What the server says when it refuses to open the stream. */
    var refusal = ""

    /** Connects until that succeeds or fails for good. */
    fun open(): StreamConnection<R> {
        while (true) {
            var connection: StreamConnection<R>? = null
            var error: IOException? = null
            try {
                connection = connect()
                body = connection.body
                opened = Instant.now()
                if (connection.status >= 300) {
                    refusal = String(connection.body.readBytes())
                    close()
                }
            } catch (e: IOException) {
                error = e
            }
            if (connection == null || error != null) {
                val lost = error ?: IOException("no connection")
                if (!outage.afterDrop(lost, null)) {
                    throw lost
                }
            } else if (connection.status < 300 || !mayPass(connection)) {
                return connection
            }
        }
    }

    /** Waits after a refusal. With too many connections open no limit is used up: the old one is gone in a moment. */
    private fun mayPass(connection: StreamConnection<R>): Boolean {
        val tooMany = connection.status == 429 && "TooManyConnections" in refusal
        val said = refusal.replace("TooManyConnections", "")
        val asked = readFailure(if (tooMany) 503 else connection.status, connection.header) { said }
        return asked != null && outage.afterRefusal(connection.status, asked)
    }

    override fun hasNext(): Boolean {
        while (whole.isEmpty()) {
            fill()
        }
        return true
    }

    override fun next(): String {
        hasNext()
        return whole.remove()
    }

    /** Reads what has come, and opens the stream again when it was lost. */
    private fun fill() {
        var lost = IOException("the server ended the stream")
        try {
            val count = body?.read(buffer) ?: -1
            for (index in 0 until count) {
                if (buffer[index] == lineEnd) {
                    whole.add(torn.toString("UTF-8").removeSuffix("\r"))
                    torn.reset()
                } else {
                    torn.write(buffer[index].toInt())
                }
            }
            if (count >= 0) {
                return
            }
        } catch (e: IOException) {
            lost = e
        }
        torn.reset()
        close()
        if (!outage.afterDrop(lost, opened)) {
            throw lost
        }
        val status = open().status
        if (status >= 300) {
            throw IOException("The stream ended: HTTP $status $refusal")
        }
    }

    fun close() {
        try {
            body?.close()
        } catch (e: IOException) {
            // The connection is lost already.
        }
    }
}
