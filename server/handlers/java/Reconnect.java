import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.Timer;
import java.util.TimerTask;
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
  private static final Timer timer = new Timer("silent streams", true);

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
    Lines<HttpResponse<InputStream>> lines =
        new Lines<>(
            () -> {
              HttpResponse<InputStream> response =
                  client.send(attempt, HttpResponse.BodyHandlers.ofInputStream());
              return new Connection<>(
                  response,
                  response.statusCode(),
                  name -> response.headers().firstValue(name).orElse(null),
                  new Watched(response.body(), silence));
            });
    Connection<HttpResponse<InputStream>> first = lines.open();
    if (first.status() >= 300) {
      return new Streamed(first.response(), lines.refusal.lines());
    }
    Spliterator<String> each = Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED);
    return new Streamed(
        first.response(), StreamSupport.stream(each, false).onClose(lines::close));
  }

  /** A body that is closed when nothing comes in time. */
  private static final class Watched extends FilterInputStream {
    private final Duration silence;
    private volatile long waits = Long.MAX_VALUE;
    private final TimerTask watch =
        new TimerTask() {
          @Override
          public void run() {
            if (System.nanoTime() > waits) {
              try {
                close();
              } catch (IOException e) {
                // The connection is lost already.
              }
            }
          }
        };

    Watched(InputStream body, Duration silence) {
      super(body);
      this.silence = silence;
      timer.schedule(watch, 0, Math.max(1, silence.toMillis() / 8));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      waits = System.nanoTime() + silence.toNanos();
      try {
        return super.read(buffer, offset, length);
      } finally {
        waits = Long.MAX_VALUE;
      }
    }

    @Override
    public void close() throws IOException {
      watch.cancel();
      super.close();
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
