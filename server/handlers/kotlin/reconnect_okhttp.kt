import java.io.ByteArrayInputStream
import java.io.InputStream
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response
import okhttp3.ResponseBody
import okio.Okio

/**
 * Opens a stream of lines. One that drops, ends or falls silent is opened again, after the wait that the server asks
 * for; the body of the response goes on, in whole lines, as they come, and one that is torn is left out. Where a new
 * connection cannot help (4xx, a usage cap), the response is the last one, or reading throws an exception. A limit of
 * the client for calls as a whole does not count. Interrupting the thread ends a wait.
 */
private fun executeWithReconnect(
    client: OkHttpClient,
    request: Request,
    outage: StreamOutage = StreamOutage()
): Response {
    val silence = Duration.ofMillis((outage.silence * 1000).toLong())
    val patient = client.newBuilder().readTimeout(silence).callTimeout(Duration.ZERO).build()
    val lines = StreamLines(outage) {
        val response = patient.newCall(request).execute()
        StreamConnection(response, response.code(), { response.header(it) }, response.body()!!.byteStream())
    }
    val first = lines.open()
    val stream = if (first.status < 300) LineStream(lines) else ByteArrayInputStream(lines.refusal.toByteArray())
    val body = ResponseBody.create(first.response.body()?.contentType(), -1, Okio.buffer(Okio.source(stream)))
    return first.response.newBuilder().body(body).build()
}

/** The lines of all connections as bytes, with their ends. */
internal class LineStream(private val lines: StreamLines<*>) : InputStream() {
    private var line = ByteArrayInputStream(ByteArray(0))

    override fun read(): Int {
        val one = ByteArray(1)
        return if (read(one, 0, 1) < 0) -1 else one[0].toInt() and 0xff
    }

    override fun read(buffer: ByteArray, offset: Int, length: Int): Int {
        if (line.available() == 0) {
            line = ByteArrayInputStream("${lines.next()}\n".toByteArray())
        }
        return line.read(buffer, offset, length)
    }

    override fun close() = lines.close()
}
