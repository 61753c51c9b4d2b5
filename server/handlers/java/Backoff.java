import java.io.IOException;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Sends requests, and retries 408, 425, 429, 5xx, timeouts and network errors after the wait that
 * the server asks for. The last response or exception is passed on as it came. Interrupting the
 * thread ends a wait.
 */
final class Backoff {
  private static final System.Logger logger = System.getLogger(Backoff.class.getName());

  /**
   * Says that repeating does no harm, whatever the method is. Without it only GET, HEAD, OPTIONS,
   * TRACE, PUT, DELETE and requests with an Idempotency-Key are repeated.
   */
  boolean idempotent = false;

  /** Retries after the first attempt. */
  int retries = 3;

  /** Limit of an attempt whose request has none, and of all attempts and waits together. */
  Duration timeout = Duration.ofSeconds(30);

  Duration totalTime = Duration.ofSeconds(120);

  /** When the server asks for a longer wait than this, the request fails at once. */
  Duration maxWait = Duration.ofSeconds(60);

  /** When the server asks for none, the wait is min(cap, baseDelay * 2^n) + random(0, jitter). */
  Duration baseDelay = Duration.ofSeconds(1);

  Duration cap = Duration.ofSeconds(30);
  Duration jitter = Duration.ofSeconds(1);

  /** Called before each wait, by default to log it. The status is 0 when there was no response. */
  Consumer<Retry> onRetry = retry -> logger.log(System.Logger.Level.WARNING, retry.toString());

  record Retry(int attempt, int status, Duration delay) {
    @Override
    public String toString() {
      String reason = status == 0 ? "no response" : String.valueOf(status);
      return "Retry " + attempt + " in " + delay.toMillis() + " ms: " + reason;
    }
  }

  /** Changes settings: {@code new Backoff().with(b -> b.retries = 5).send(...)}. */
  Backoff with(Consumer<Backoff> settings) {
    settings.accept(this);
    return this;
  }

  <T> HttpResponse<T> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> bodyHandler)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(totalTime);
    for (int retry = 0; ; retry++) {
      Duration limit = request.timeout().orElse(timeout);
      Duration rest = Duration.between(Instant.now(), deadline);
      HttpRequest attempt =
          HttpRequest.newBuilder(request, (name, value) -> true)
              .timeout(limit.compareTo(rest) < 0 ? limit : rest)
              .build();
      try {
        HttpResponse<T> response = client.send(attempt, bodyHandler);
        if (!isTransient(response)
            || !waitToRetry(request, retry, response.statusCode(), askedWait(response), deadline)) {
          return response;
        }
      } catch (SSLException e) {
        throw e;
      } catch (IOException e) {
        if (!waitToRetry(request, retry, 0, Duration.ZERO, deadline)) {
          throw e;
        }
      }
    }
  }

  private boolean waitToRetry(
      HttpRequest request, int retry, int status, Duration asked, Instant deadline)
      throws InterruptedException {
    boolean mayRepeat =
        idempotent
            || Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE").contains(request.method())
            || request.headers().firstValue("Idempotency-Key").isPresent();
    if (!mayRepeat || retry >= retries) {
      return false;
    }
    double backoff = Math.min(cap.toMillis(), baseDelay.toMillis() * Math.pow(2, retry));
    Duration delay = asked.isZero() ? Duration.ofMillis((long) backoff) : asked;
    delay = delay.plusMillis(ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1));
    if (asked.compareTo(maxWait) > 0 || Instant.now().plus(delay).isAfter(deadline)) {
      if (!asked.isZero()) {
        Instant reset = Instant.now().plus(asked).truncatedTo(ChronoUnit.SECONDS);
        logger.log(
            System.Logger.Level.WARNING,
            "No retry of HTTP " + status + ": the server asks to wait until " + reset);
      }
      return false;
    }
    onRetry.accept(new Retry(retry + 1, status, delay));
    Thread.sleep(delay.toMillis());
    return true;
  }

  /** Whether a failure may pass. Caps do not, nor does a write that may have happened. */
  private static boolean isTransient(HttpResponse<?> response) {
    String finalFailure =
        "(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|"
            + "x_write_(?:ambiguous|unconfirmed)";
    int status = response.statusCode();
    return (status >= 500 || status == 408 || status == 425 || status == 429)
        && !Pattern.compile(finalFailure).matcher(textOf(response)).find();
  }

  /** The wait that the server asks for; zero when it asks for none. */
  private static Duration askedWait(HttpResponse<?> response) {
    HttpHeaders headers = response.headers();
    // X says in these headers which of its limits is used up; on a 5xx they tell nothing.
    String limit =
        Stream.of("x-app-limit-24hour", "x-user-limit-24hour")
            .filter(name -> headers.firstValue(name + "-remaining").orElse("").equals("0"))
            .findFirst()
            .orElse("x-rate-limit");
    Optional<String> reset =
        headers
            .firstValue(limit + "-reset")
            .or(() -> headers.firstValue("ratelimit-reset"))
            .filter(value -> response.statusCode() == 429);
    String asked =
        headers
            .firstValue("Retry-After")
            .or(() -> reset)
            .or(
                () ->
                    Pattern.compile("(?<=\"retryAfter\":\\s{0,9})\\d+")
                        .matcher(textOf(response))
                        .results()
                        .map(MatchResult::group)
                        .findFirst())
            .orElse("");
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the server's clock.
    Instant now = headers.firstValue("Date").map(Backoff::parseDate).orElseGet(Instant::now);
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

  private static String textOf(HttpResponse<?> response) {
    return response.body() instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(response.body());
  }
}
