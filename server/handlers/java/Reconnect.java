import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLSession;

/**
 * Opens streams of lines. One that drops, ends or falls silent is opened again, after the wait that
 * the server asks for; the lines of the response go on, whole, as they come, and one that is torn is
 * left out. Where a new connection cannot help (4xx, a usage cap), the response is the last one, or
 * its lines end with an exception. Interrupting the thread ends a wait.
 */
final class Reconnect {
  private static final System.Logger logger = System.getLogger(Reconnect.class.getName());
  private static final Timer timer = new Timer("silent streams", true);

  /** A connection without a byte, a keep-alive either, is dead after this. */
  Duration silence = Duration.ofSeconds(30);

  /** Connections in a row that may fail, or end before they are healthy. */
  int retries = 10;

  /** How long there may be none that is healthy. */
  Duration totalTime = Duration.ofMinutes(30);

  /** A connection is healthy when it has lasted this long. */
  Duration healthy = Duration.ofSeconds(60);

  /** When the server asks for a longer wait than this, the stream ends. */
  Duration maxWait = Duration.ofMinutes(15);

  /** After a drop the wait is min(16 s, dropDelay * n) + random(0, jitter), n from 0. */
  Duration dropDelay = Duration.ofMillis(250);

  /** After a refusal it is min(cap, baseDelay * 2^n) + random(0, jitter). */
  Duration baseDelay = Duration.ofSeconds(5);

  Duration cap = Duration.ofSeconds(320);
  Duration jitter = Duration.ofSeconds(1);

  /** Called before each wait, by default to log it. */
  Consumer<Attempt> onReconnect =
      attempt -> logger.log(System.Logger.Level.WARNING, attempt.toString());

  record Attempt(int number, Duration delay, String cause) {
    @Override
    public String toString() {
      return "Reconnect " + number + " in " + delay.toMillis() + " ms: " + cause;
    }
  }

  /** Changes settings: {@code new Reconnect().with(r -> r.retries = 5).send(...)}. */
  Reconnect with(Consumer<Reconnect> settings) {
    settings.accept(this);
    return this;
  }

  /** Opens a stream; what the handler of the body is for are the lines. */
  HttpResponse<Stream<String>> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<Stream<String>> bodyHandler)
      throws IOException, InterruptedException {
    Lines lines = new Lines(client, request);
    HttpResponse<InputStream> first = lines.open();
    if (first.statusCode() >= 300) {
      String text = new String(lines.body.readAllBytes(), StandardCharsets.UTF_8);
      return new Streamed(first, text.lines());
    }
    Spliterator<String> each = Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED);
    return new Streamed(first, StreamSupport.stream(each, false).onClose(lines::close));
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

  /** The lines of a stream, over as many connections as that takes. */
  private final class Lines implements Iterator<String> {
    private final HttpClient client;
    private final HttpRequest request;
    private final Queue<String> whole = new ArrayDeque<>();
    private final ByteArrayOutputStream torn = new ByteArrayOutputStream();
    private volatile InputStream body = InputStream.nullInputStream();
    private Instant opened = Instant.now();
    private Instant since = Instant.now();
    private int failures = 0;
    private volatile long waits = Long.MAX_VALUE;

    /** Closes what has been silent for too long. */
    private final TimerTask watch =
        new TimerTask() {
          @Override
          public void run() {
            if (System.nanoTime() > waits) {
              drop();
            }
          }
        };

    Lines(HttpClient client, HttpRequest request) {
      this.client = client;
      this.request = request;
      timer.schedule(watch, 0, Math.max(1, silence.toMillis() / 8));
    }

    /** Connects until that succeeds or fails for good. */
    HttpResponse<InputStream> open() throws IOException, InterruptedException {
      HttpRequest attempt =
          HttpRequest.newBuilder(request, (name, value) -> true)
              .timeout(request.timeout().orElse(silence))
              .build();
      while (true) {
        try {
          HttpResponse<InputStream> response =
              client.send(attempt, HttpResponse.BodyHandlers.ofInputStream());
          int status = response.statusCode();
          body = response.body();
          opened = Instant.now();
          if (status < 300) {
            return response;
          }
          byte[] text = watched(InputStream::readAllBytes);
          body = new ByteArrayInputStream(text);
          String refusal = new String(text, StandardCharsets.UTF_8);
          if (isFinal(status, refusal)
              || !pause("HTTP " + status, status, askedWait(response, refusal))) {
            watch.cancel();
            return response;
          }
        } catch (IOException e) {
          if (!pause(e.toString(), 0, Duration.ZERO)) {
            watch.cancel();
            throw e;
          }
        }
      }
    }

    /** Waits before the next connection. False when there is to be none. */
    private boolean pause(String cause, int status, Duration asked) throws InterruptedException {
      Instant now = Instant.now();
      since = failures == 0 ? now : since;
      int count = failures++;
      double refused = Math.min(cap.toMillis(), baseDelay.toMillis() * Math.pow(2, count));
      double backoff = status == 0 ? Math.min(16_000, dropDelay.toMillis() * count) : refused;
      Duration delay = asked.isZero() ? Duration.ofMillis((long) backoff) : asked;
      delay = delay.plusMillis(ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1));
      if (asked.compareTo(maxWait) > 0) {
        Instant reset = now.plus(asked).truncatedTo(ChronoUnit.SECONDS);
        logger.log(
            System.Logger.Level.WARNING, "No stream: the server asks to wait until " + reset);
        return false;
      }
      if (count >= retries || now.plus(delay).isAfter(since.plus(totalTime))) {
        return false;
      }
      onReconnect.accept(new Attempt(failures, delay, cause));
      Thread.sleep(delay.toMillis());
      return true;
    }

    @Override
    public boolean hasNext() {
      try {
        while (whole.isEmpty()) {
          fill();
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("the wait was interrupted"));
      }
    }

    @Override
    public String next() {
      hasNext();
      return whole.remove();
    }

    /** Reads what has come, and opens the stream again when it was lost. */
    private void fill() throws IOException, InterruptedException {
      byte[] buffer = new byte[8192];
      IOException lost = new IOException("the server ended the stream");
      try {
        int count = watched(stream -> stream.read(buffer));
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            String line = torn.toString(StandardCharsets.UTF_8);
            whole.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            torn.reset();
          } else {
            torn.write(buffer[i]);
          }
        }
        if (count >= 0) {
          return;
        }
      } catch (IOException e) {
        lost = e;
      }
      torn.reset();
      drop();
      if (Duration.between(opened, Instant.now()).compareTo(healthy) >= 0) {
        failures = 0;
      }
      if (!pause(lost.toString(), 0, Duration.ZERO)) {
        close();
        throw lost;
      }
      HttpResponse<?> response = open();
      if (response.statusCode() >= 300) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw new IOException("The stream ended: HTTP " + response.statusCode() + " " + text);
      }
    }

    /** Reads from the body, and closes it when nothing comes in time. */
    private <T> T watched(Reading<T> reading) throws IOException {
      waits = System.nanoTime() + silence.toNanos();
      try {
        return reading.from(body);
      } finally {
        waits = Long.MAX_VALUE;
      }
    }

    void close() {
      watch.cancel();
      drop();
    }

    private void drop() {
      try {
        body.close();
      } catch (IOException e) {
        // The connection is lost already.
      }
    }
  }

  /** Takes something from a body. */
  private interface Reading<T> {
    T from(InputStream body) throws IOException;
  }

  /** Whether no new connection helps: most 4xx, and caps of a day or a month. */
  private static boolean isFinal(int status, String body) {
    String caps = "(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota";
    boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
    return !passes || Pattern.compile(caps).matcher(body).find();
  }

  /** The wait that the server asks for; zero when it asks for none. */
  private static Duration askedWait(HttpResponse<?> response, String body) {
    HttpHeaders headers = response.headers();
    // X says in these headers which of its limits is used up. With too many connections open it is
    // none of them: the old one is gone in a moment.
    String limit =
        Stream.of("x-app-limit-24hour", "x-user-limit-24hour")
            .filter(name -> headers.firstValue(name + "-remaining").orElse("").equals("0"))
            .findFirst()
            .orElse("x-rate-limit");
    Optional<String> reset =
        headers
            .firstValue(limit + "-reset")
            .or(() -> headers.firstValue("ratelimit-reset"))
            .filter(value -> response.statusCode() == 429 && !body.contains("TooManyConnections"));
    Matcher told = Pattern.compile("\"retryAfter\":\\s*(\\d+)").matcher(body);
    String inBody = told.find() ? told.group(1) : "";
    String asked = headers.firstValue("Retry-After").or(() -> reset).orElse(inBody);
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the server's clock.
    Instant now = headers.firstValue("Date").map(Reconnect::parseDate).orElseGet(Instant::now);
    double seconds = 0;
    try {
      seconds = Double.parseDouble(asked);
      seconds -= seconds > 1e9 ? now.toEpochMilli() / 1e3 : 0;
    } catch (NumberFormatException e) {
      Instant date = parseDate(asked);
      seconds = date == null ? 0 : Duration.between(now, date).toSeconds();
    }
    return Duration.ofMillis((long) (1000 * Math.max(0, Math.min(seconds, 1e9))));
  }

  private static Instant parseDate(String date) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
