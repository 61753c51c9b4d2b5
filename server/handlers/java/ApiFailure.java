import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A failure that no retry helps with. */
final class ApiFailure extends IOException {
  private static final long serialVersionUID = 1;

  final String code;
  final int status;

  /** When it passes; null when the server does not say. */
  final Instant resetAt;

  /** What helps. */
  final String advice;

  private ApiFailure(String code, int status, Instant resetAt, String advice) {
    super(code + (resetAt == null ? "" : " until " + resetAt) + ": " + advice);
    this.code = code;
    this.status = status;
    this.resetAt = resetAt;
    this.advice = advice;
  }

  /** Sends. A failure with the code is thrown as this. All else is passed on as it came. */
  static <T> HttpResponse<T> send(Answer.Send<T> call, String code, String advice)
      throws IOException, InterruptedException {
    HttpResponse<T> response = call.send();
    if (Answer.failedWith(response, code)) {
      throw new ApiFailure(code, response.statusCode(), resetOf(response), advice);
    }
    return response;
  }

  private static Instant resetOf(HttpResponse<?> response) {
    HttpHeaders headers = response.headers();
    String[] limits = {"x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"};
    for (String limit : limits) {
      Optional<String> moment = headers.firstValue(limit + "-reset").filter(m -> m.matches("\\d+"));
      if (moment.isPresent() && "0".equals(headers.firstValue(limit + "-remaining").orElse(""))) {
        return Instant.ofEpochSecond(Long.parseLong(moment.get()));
      }
    }
    Stream<MatchResult> inBody =
        Pattern.compile("\"retryAfter\"\\s*:\\s*(\\d+)").matcher(Answer.bodyOf(response)).results();
    String seconds = inBody.map(found -> found.group(1)).findFirst().orElse("");
    String asked = headers.firstValue("Retry-After").orElse(seconds);
    if (asked.matches("\\d+")) {
      return Instant.now().plusSeconds(Long.parseLong(asked));
    }
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
