import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLSession;

/**
 * Opens streams of lines. One that drops, ends or falls silent is opened again, after the wait that
 * the server asks for; the lines of the response go on, whole, as they come, and one that is torn is
 * left out. Where a new connection cannot help (4xx, a usage cap), the response is the last one, or
 * its lines end with an exception. Interrupting the thread ends a wait.
 */
final class Reconnect extends Reconnection {
  /** Changes settings: {@code new Reconnect().with(r -> r.retries = 5).send(...)}. */
  Reconnect with(Consumer<Reconnect> settings) {
    settings.accept(this);
    return this;
  }

  /** Opens a stream; what the handler of the body is for are the lines. */
  HttpResponse<Stream<String>> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<Stream<String>> bodyHandler)
      throws IOException, InterruptedException {
    HttpRequest attempt =
        HttpRequest.newBuilder(request, (name, value) -> true)
            .timeout(request.timeout().orElse(silence))
            .build();
    Lines<HttpResponse<?>> lines =
        new Lines<>(
            () -> {
              HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                  client.send(attempt, HttpResponse.BodyHandlers.ofPublisher());
              return new Connection<>(
                  response,
                  response.statusCode(),
                  name -> response.headers().firstValue(name).orElse(null),
                  new Arrived(response.body(), silence));
            });
    Connection<HttpResponse<?>> first = lines.open();
    if (first.status() >= 300) {
      return new Streamed(first.response(), lines.refusal.lines());
    }
    Spliterator<String> each = Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED);
    return new Streamed(
        first.response(), StreamSupport.stream(each, false).onClose(lines::close));
  }

  /**
   * A body that is given up when nothing comes in time. What has come before a connection breaks can
   * still be read, which {@code BodyHandlers.ofInputStream()} does not promise.
   */
  private static final class Arrived extends InputStream
      implements Flow.Subscriber<List<ByteBuffer>> {
    private static final ByteBuffer end = ByteBuffer.allocate(0);
    private final BlockingQueue<ByteBuffer> pieces = new LinkedBlockingQueue<>();
    private final Duration silence;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private volatile Flow.Subscription subscription;
    private volatile Throwable failure;

    Arrived(Flow.Publisher<List<ByteBuffer>> body, Duration silence) {
      this.silence = silence;
      body.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
      pieces.addAll(more);
    }

    @Override
    public void onError(Throwable error) {
      failure = error;
      pieces.add(end);
    }

    @Override
    public void onComplete() {
      pieces.add(end);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (!piece.hasRemaining()) {
        piece = next();
        if (piece == end) {
          pieces.add(end);
          if (failure != null) {
            throw new IOException(failure);
          }
          return -1;
        }
        if (pieces.isEmpty()) {
          subscription.request(1);
        }
      }
      int count = Math.min(length, piece.remaining());
      piece.get(buffer, offset, count);
      return count;
    }

    private ByteBuffer next() throws IOException {
      try {
        ByteBuffer next = pieces.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          throw new IOException("nothing came in time");
        }
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the stream was interrupted");
      }
    }

    @Override
    public void close() {
      subscription.cancel();
    }
  }

  /** A response with the lines of all connections. */
  private record Streamed(HttpResponse<?> first, Stream<String> body)
      implements HttpResponse<Stream<String>> {
    @Override
    public int statusCode() {
      return first.statusCode();
    }

    @Override
    public HttpRequest request() {
      return first.request();
    }

    @Override
    public Optional<HttpResponse<Stream<String>>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return first.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return first.sslSession();
    }

    @Override
    public URI uri() {
      return first.uri();
    }

    @Override
    public HttpClient.Version version() {
      return first.version();
    }
  }
}
