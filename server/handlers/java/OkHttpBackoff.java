import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Executes requests with OkHttp, and retries 408, 425, 429, 5xx, timeouts and network errors after
 * the wait that the server asks for. The last response or exception is passed on as it came.
 * Interrupting the thread ends a wait.
 */
final class OkHttpBackoff {
  private static final System.Logger logger = System.getLogger(OkHttpBackoff.class.getName());

  /**
   * Says that repeating does no harm, whatever the method is. Without it only GET, HEAD, OPTIONS,
   * TRACE, PUT, DELETE and requests with an Idempotency-Key are repeated.
   */
  boolean idempotent = false;

  /** Retries after the first attempt. */
  int retries = 3;

  /** Limit of an attempt whose client has none, and of all attempts and waits together. */
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

  /** Changes settings: {@code new OkHttpBackoff().with(b -> b.retries = 5).execute(...)}. */
  OkHttpBackoff with(Consumer<OkHttpBackoff> settings) {
    settings.accept(this);
    return this;
  }

  Response execute(OkHttpClient client, Request request) throws IOException {
    OkHttpClient once = client.newBuilder().addNetworkInterceptor(OkHttpBackoff::tellOnce).build();
    Instant deadline = Instant.now().plus(totalTime);
    for (int retry = 0; ; retry++) {
      Call attempt = once.newCall(request);
      long rest = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
      long own = TimeUnit.NANOSECONDS.toMillis(attempt.timeout().timeoutNanos());
      long limit = own == 0 ? timeout.toMillis() : own;
      attempt.timeout().timeout(Math.min(limit, rest), TimeUnit.MILLISECONDS);
      try {
        Response response = attempt.execute();
        if (!isTransient(response)
            || !waitToRetry(request, retry, response, askedWait(response), deadline)) {
          return response;
        }
      } catch (SSLException e) {
        throw e;
      } catch (IOException e) {
        // A call that ran out of time counts as cancelled, too.
        boolean isCancelled = attempt.isCanceled() && !(e instanceof InterruptedIOException);
        if (isCancelled || !waitToRetry(request, retry, null, Duration.ZERO, deadline)) {
          throw e;
        }
      }
    }
  }

  /** OkHttp repeats any request by itself, a POST, too, when a 503 asks for no wait. */
  private static Response tellOnce(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean isRepeated = response.code() == 503 && "0".equals(response.header("Retry-After"));
    return isRepeated ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }

  private boolean waitToRetry(
      Request request, int retry, Response failed, Duration asked, Instant deadline)
      throws InterruptedIOException {
    int status = failed == null ? 0 : failed.code();
    boolean mayRepeat =
        idempotent
            || Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE").contains(request.method())
            || request.header("Idempotency-Key") != null;
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
    if (failed != null) {
      failed.close();
    }
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before a retry");
    }
    return true;
  }

  /** Whether a failure may pass. Caps do not, nor does a write that may have happened. */
  private static boolean isTransient(Response response) throws IOException {
    String finalFailure =
        "(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|"
            + "x_write_(?:ambiguous|unconfirmed)";
    int status = response.code();
    return (status >= 500 || status == 408 || status == 425 || status == 429)
        && !Pattern.compile(finalFailure).matcher(textOf(response)).find();
  }

  /** The wait that the server asks for; zero when it asks for none. */
  private static Duration askedWait(Response response) throws IOException {
    // X says in these headers which of its limits is used up; on a 5xx they tell nothing.
    String limit =
        Stream.of("x-app-limit-24hour", "x-user-limit-24hour")
            .filter(name -> "0".equals(response.header(name + "-remaining")))
            .findFirst()
            .orElse("x-rate-limit");
    String asked = response.header("Retry-After");
    if (asked == null && response.code() == 429) {
      asked = response.header(limit + "-reset", response.header("ratelimit-reset"));
    }
    if (asked == null) {
      asked =
          Pattern.compile("(?<=\"retryAfter\":\\s{0,9})\\d+")
              .matcher(textOf(response))
              .results()
              .map(MatchResult::group)
              .findFirst()
              .orElse("");
    }
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the server's clock.
    Instant date = parseDate(response.header("Date", ""));
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
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The beginning of the body, which the caller reads all the same. */
  private static String textOf(Response response) throws IOException {
    return response.peekBody(64 << 10).string();
  }
}
