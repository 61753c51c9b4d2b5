import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The moment at which a failure passes. */
final class Reset {
  private Reset() {}

  /** Null when the server does not say. */
  static Instant of(Answer answer) {
    UnaryOperator<String> header = answer.header();
    String[] limits = {"x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"};
    for (String limit : limits) {
      String moment = header.apply(limit + "-reset");
      boolean isUsedUp = "0".equals(header.apply(limit + "-remaining"));
      if (isUsedUp && moment != null && moment.matches("\\d+")) {
        return Instant.ofEpochSecond(Long.parseLong(moment));
      }
    }
    String asked = header.apply("Retry-After");
    if (asked == null) {
      asked =
          Pattern.compile("(?<=\"retryAfter\":\\s{0,9})\\d+")
              .matcher(answer.body())
              .results()
              .map(MatchResult::group)
              .findFirst()
              .orElse("");
    }
    if (asked.matches("\\d+")) {
      return Instant.now().plusSeconds(Long.parseLong(asked));
    }
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
