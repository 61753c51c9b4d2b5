import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Looks whether a write happened before it is repeated. */
final class Verification {
  /** Milliseconds that a write may take to show. */
  private static final long settle = 2_000;

  private Verification() {}

  /**
   * Sends. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed),
   * looks for it: what {@code find} gives is the result, and only when it gives null is the request
   * sent once more. As long as {@code find} is null nothing is repeated. All else is passed on as
   * it came.
   */
  static <T> HttpResponse<T> send(Answer.Send<T> call, Answer.Send<T> find)
      throws IOException, InterruptedException {
    System.Logger logger = System.getLogger(Verification.class.getName());
    String note = "Nobody knows whether the write happened";
    try {
      HttpResponse<T> response = call.send();
      if (!isUnsure(response)) {
        return response;
      }
      logger.log(System.Logger.Level.WARNING, note);
      if (find == null) {
        return response;
      }
    } catch (IOException e) {
      logger.log(System.Logger.Level.WARNING, note);
      if (find == null) {
        throw e;
      }
    }
    Thread.sleep(settle);
    HttpResponse<T> found = find.send();
    return found == null ? call.send() : found;
  }

  private static boolean isUnsure(HttpResponse<?> response) {
    Pattern unconfirmed = Pattern.compile("x_write_(?:ambiguous|unconfirmed)");
    return response.statusCode() >= 500 || unconfirmed.matcher(Answer.bodyOf(response)).find();
  }
}
