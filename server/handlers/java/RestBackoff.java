import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Repeats calls of a RestTemplate that fail with 408, 425, 429, 5xx, timeouts and network errors,
 * after the wait that the server asks for. The last result or exception is passed on as it came.
 * Interrupting the thread ends a wait. The limit of one attempt is up to the RestTemplate: its
 * request factory has setReadTimeout.
 */
final class RestBackoff {
  private static final System.Logger logger = System.getLogger(RestBackoff.class.getName());

  /** Says that repeating does no harm: GET, PUT, DELETE, or an idempotency key; else no retries. */
  boolean idempotent = false;

  /** Retries after the first attempt. */
  int retries = 3;

  /** Limit of all attempts and waits together. */
  Duration totalTime = Duration.ofSeconds(120);

  /** When the server asks for a longer wait than this, the call fails at once. */
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

  /** Changes settings: {@code new RestBackoff().with(b -> b.retries = 5).call(...)}. */
  RestBackoff with(Consumer<RestBackoff> settings) {
    settings.accept(this);
    return this;
  }

  void call(Runnable request) {
    call(
        () -> {
          request.run();
          return null;
        });
  }

  <T> T call(Supplier<T> request) {
    Instant deadline = Instant.now().plus(totalTime);
    for (int retry = 0; ; retry++) {
      try {
        return request.get();
      } catch (HttpStatusCodeException e) {
        int status = e.getStatusCode().value();
        if (!isTransient(status, e)
            || !waitToRetry(retry, status, askedWait(status, e), deadline)) {
          throw e;
        }
      } catch (ResourceAccessException e) {
        boolean isForGood = e.getCause() instanceof SSLException;
        if (isForGood || !waitToRetry(retry, 0, Duration.ZERO, deadline)) {
          throw e;
        }
      }
    }
  }

  private boolean waitToRetry(int retry, int status, Duration asked, Instant deadline) {
    if (!idempotent || retry >= retries) {
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
    try {
      Thread.sleep(delay.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether a failure may pass. Caps do not, nor does a write that may have happened. */
  private static boolean isTransient(int status, HttpStatusCodeException failure) {
    String finalFailure =
        "(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|"
            + "x_write_(?:ambiguous|unconfirmed)";
    return (status >= 500 || status == 408 || status == 425 || status == 429)
        && !Pattern.compile(finalFailure).matcher(failure.getResponseBodyAsString()).find();
  }

  /** The wait that the server asks for; zero when it asks for none. */
  private static Duration askedWait(int status, HttpStatusCodeException failure) {
    HttpHeaders headers = failure.getResponseHeaders();
    if (headers == null) {
      return Duration.ZERO;
    }
    // X says in these headers which of its limits is used up; on a 5xx they tell nothing.
    String limit =
        Stream.of("x-app-limit-24hour", "x-user-limit-24hour")
            .filter(name -> "0".equals(headers.getFirst(name + "-remaining")))
            .findFirst()
            .orElse("x-rate-limit");
    String asked = headers.getFirst("Retry-After");
    if (asked == null && status == 429) {
      String reset = headers.getFirst(limit + "-reset");
      asked = reset == null ? headers.getFirst("ratelimit-reset") : reset;
    }
    if (asked == null) {
      asked =
          Pattern.compile("(?<=\"retryAfter\":\\s{0,9})\\d+")
              .matcher(failure.getResponseBodyAsString())
              .results()
              .map(MatchResult::group)
              .findFirst()
              .orElse("");
    }
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the server's clock.
    Instant date = parseDate(headers.getFirst("Date"));
    Instant now = date == null ? Instant.now() : date;
    double seconds = 0;
    try {
      seconds = Double.parseDouble(asked);
      seconds -= seconds > 1e9 ? now.toEpochMilli() / 1e3 : 0;
    } catch (NumberFormatException e) {
      Instant moment = parseDate(asked);
      seconds = moment == null ? 0 : Duration.between(now, moment).toSeconds();
    }
    return Duration.ofMillis((long) (1000 * Math.max(0, Math.min(seconds, 1e9))));
  }

  private static Instant parseDate(String date) {
    try {
      return date == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
