import java.io.IOException
import java.io.InputStream
import java.io.InterruptedIOException
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.ByteBuffer
import java.time.Duration
import java.util.Optional
import java.util.Spliterator
import java.util.Spliterators
import java.util.concurrent.Flow
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.stream.Stream
import java.util.stream.StreamSupport

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
        val response = client.send(attempt, HttpResponse.BodyHandlers.ofPublisher())
        val header = { name: String -> response.headers().firstValue(name).orElse(null) }
        StreamConnection(response, response.statusCode(), header, ArrivedBody(response.body(), silence))
    }
    val first = lines.open()
    if (first.status >= 300) {
        return StreamResponse(first.response, lines.refusal.lines().stream())
    }
    val each = Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED)
    return StreamResponse(first.response, StreamSupport.stream(each, false).onClose { lines.close() })
}

/** A response with the lines of all connections. */
internal class StreamResponse(private val first: HttpResponse<*>, private val lines: Stream<String>) :
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

/**
 * A body that is given up when nothing comes in time. What has come before a connection breaks can still be read, which
 * `BodyHandlers.ofInputStream()` does not promise.
 */
internal class ArrivedBody(body: Flow.Publisher<List<ByteBuffer>>, private val silence: Duration) :
    InputStream(),
    Flow.Subscriber<List<ByteBuffer>> {
    private val pieces = LinkedBlockingQueue<ByteBuffer>()
    private val end = ByteBuffer.allocate(0)
    private var piece = ByteBuffer.allocate(0)

    @Volatile
    private var subscription: Flow.Subscription? = null

    @Volatile
    private var failure: Throwable? = null

    init {
        body.subscribe(this)
    }

    override fun onSubscribe(subscription: Flow.Subscription) {
        this.subscription = subscription
        subscription.request(1)
    }

    override fun onNext(more: List<ByteBuffer>) {
        pieces.addAll(more)
    }

    override fun onError(error: Throwable) {
        failure = error
        pieces.add(end)
    }

    override fun onComplete() {
        pieces.add(end)
    }

    override fun read(): Int {
        val one = ByteArray(1)
        return if (read(one, 0, 1) < 0) -1 else one.first().toInt() and 0xff
    }

    override fun read(buffer: ByteArray, offset: Int, length: Int): Int {
        while (!piece.hasRemaining()) {
            piece = next()
            if (piece === end) {
                pieces.add(end)
                failure?.let { throw IOException(it) }
                return -1
            }
            if (pieces.isEmpty()) {
                subscription?.request(1)
            }
        }
        val count = minOf(length, piece.remaining())
        piece.get(buffer, offset, count)
        return count
    }

    private fun next(): ByteBuffer {
        try {
            val next = pieces.poll(silence.toMillis(), TimeUnit.MILLISECONDS)
            return next ?: throw IOException("nothing came in time")
        } catch (e: InterruptedException) {
            Thread.currentThread().interrupt()
            throw InterruptedIOException("the stream was interrupted")
        }
    }

    override fun close() {
        subscription?.cancel()
    }
}
