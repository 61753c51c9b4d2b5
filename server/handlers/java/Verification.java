import java.io.IOException;
import java.net.http.HttpResponse;

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
  static <T> HttpResponse<T> send(HttpAnswer.Send<T> call, HttpAnswer.Send<T> find)
      throws IOException, InterruptedException {
    System.Logger logger = System.getLogger(Verification.class.getName());
    String note = "Nobody knows whether the write happened";
    try {
      HttpResponse<T> response = call.send();
      if (!HttpAnswer.of(response).isUnsure()) {
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
}
