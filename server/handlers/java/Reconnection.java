import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of streams that are connected anew, and their lines over all connections. */
abstract class Reconnection {
  private static final System.Logger logger = System.getLogger(Reconnection.class.getName());

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

  /** A response of a client, and what is read of it. */
  record Connection<R>(
      R response, int status, UnaryOperator<String> header, InputStream body) {}

  /** Sends the request of a stream. */
  interface Opener<R> {
    Connection<R> open() throws IOException, InterruptedException;
  }

  /** The lines of a stream, over as many connections as that takes. */
  final class Lines<R> implements Iterator<String> {
    private final Opener<R> opener;
    private final Queue<String> whole = new ArrayDeque<>();
    private final ByteArrayOutputStream torn = new ByteArrayOutputStream();
    private InputStream body = InputStream.nullInputStream();
    private Instant opened = Instant.now();
    private Instant since = Instant.now();
    private int failures = 0;

    /** What the server says when it refuses to open a stream. */
    String refusal = "";

    Lines(Opener<R> opener) {
      this.opener = opener;
    }

    /** Connects until that succeeds or fails for good. */
    Connection<R> open() throws IOException, InterruptedException {
      while (true) {
        try {
          Connection<R> connection = opener.open();
          int status = connection.status();
          body = connection.body();
          opened = Instant.now();
          if (status < 300) {
            return connection;
          }
          refusal = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          close();
          if (isFinal(status, refusal)
              || !pause("HTTP " + status, status, askedWait(connection, refusal))) {
            return connection;
          }
        } catch (IOException e) {
          if (!pause(e.toString(), 0, Duration.ZERO)) {
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
      // Whoever was interrupted while it connected does not wait for another connection.
      Thread.sleep(1);
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
        int count = body.read(buffer);
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
      close();
      if (Duration.between(opened, Instant.now()).compareTo(healthy) >= 0) {
        failures = 0;
      }
      if (!pause(lost.toString(), 0, Duration.ZERO)) {
        throw lost;
      }
      int status = open().status();
      if (status >= 300) {
        throw new IOException("The stream ended: HTTP " + status + " " + refusal);
      }
    }

    void close() {
      try {
        body.close();
      } catch (IOException e) {
        // The connection is lost already.
      }
    }
  }

  /** Whether no new connection helps: most 4xx, and caps of a day or a month. */
  private static boolean isFinal(int status, String body) {
    String caps = "(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota";
    boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
    return !passes || Pattern.compile(caps).matcher(body).find();
  }

  /** The wait that the server asks for; zero when it asks for none. */
  private static Duration askedWait(Connection<?> connection, String body) {
    Function<String, Optional<String>> header =
        name -> Optional.ofNullable(connection.header().apply(name));
    // X says in these headers which of its limits is used up. With too many connections open it is
    // none of them: the old one is gone in a moment.
    String limit =
        Stream.of("x-app-limit-24hour", "x-user-limit-24hour")
            .filter(name -> header.apply(name + "-remaining").orElse("").equals("0"))
            .findFirst()
            .orElse("x-rate-limit");
    Optional<String> reset =
        header
            .apply(limit + "-reset")
            .or(() -> header.apply("ratelimit-reset"))
            .filter(value -> connection.status() == 429 && !body.contains("TooManyConnections"));
    Matcher told = Pattern.compile("\"retryAfter\":\\s*(\\d+)").matcher(body);
    String inBody = told.find() ? told.group(1) : "";
    String asked = header.apply("Retry-After").or(() -> reset).orElse(inBody);
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the server's clock.
    Instant now = header.apply("Date").map(Reconnection::parseDate).orElseGet(Instant::now);
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
