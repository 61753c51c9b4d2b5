import java.io.FilterInputStream
import java.io.InputStream
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.util.Optional
import java.util.Spliterator
import java.util.Spliterators
import java.util.Timer
import java.util.stream.Stream
import java.util.stream.StreamSupport
import kotlin.concurrent.timerTask

/**
 * Opens a stream of lines. One that drops, ends or falls silent is opened again, after the wait that the server asks
 * for; the lines of the response go on, whole, as they come, and one that is torn is left out. Where a new connection
 * cannot help (4xx, a usage cap), the response is the last one, or its lines end with an exception. Interrupting the
 * thread ends a wait.
 */
private fun sendWithReconnect(
    client: HttpClient,
    request: HttpRequest,
    outage: StreamOutage = StreamOutage()
): HttpResponse<Stream<String>> {
    val silence = Duration.ofMillis((outage.silence * 1000).toLong())
    val attempt = HttpRequest.newBuilder(request) { _, _ -> true }.timeout(request.timeout().orElse(silence)).build()
    val lines = StreamLines(outage) {
        val response = client.send(attempt, HttpResponse.BodyHandlers.ofInputStream())
        val header = { name: String -> response.headers().firstValue(name).orElse(null) }
        StreamConnection(response, response.statusCode(), header, WatchedStream(response.body(), silence))
    }
    val first = lines.open()
    if (first.status >= 300) {
        return StreamResponse(first.response, lines.refusal.lines().stream())
    }
    val each = Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED)
    return StreamResponse(first.response, StreamSupport.stream(each, false).onClose { lines.close() })
}

/** A response with the lines of all connections. */
internal class StreamResponse(private val first: HttpResponse<InputStream>, private val lines: Stream<String>) :
    HttpResponse<Stream<String>> {
    override fun body() = lines

    override fun statusCode() = first.statusCode()

    override fun request() = first.request()

    override fun previousResponse() = Optional.empty<HttpResponse<Stream<String>>>()

    override fun headers() = first.headers()

    override fun sslSession() = first.sslSession()

    override fun uri() = first.uri()

    override fun version() = first.version()
}

/** A body that is closed when nothing comes in time. */
internal class WatchedStream(body: InputStream, private val silence: Duration) : FilterInputStream(body) {
    private val timer = Timer("silent stream", true)

    @Volatile
    private var waits = Long.MAX_VALUE

    init {
        val often = maxOf(1, silence.toMillis() / 8)
        timer.schedule(timerTask { if (System.nanoTime() > waits) close() }, often, often)
    }

    override fun read(buffer: ByteArray, offset: Int, length: Int): Int {
        waits = System.nanoTime() + silence.toNanos()
        try {
            return super.read(buffer, offset, length)
        } finally {
            waits = Long.MAX_VALUE
        }
    }

    override fun close() {
        timer.cancel()
        super.close()
    }
}
