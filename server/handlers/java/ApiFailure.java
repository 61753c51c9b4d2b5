import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;

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
  static <T> HttpResponse<T> send(HttpAnswer.Send<T> call, String code, String advice)
      throws IOException, InterruptedException {
    HttpResponse<T> response = call.send();
    Answer answer = HttpAnswer.of(response);
    if (answer.failedWith(code)) {
      throw new ApiFailure(code, answer.status(), Reset.of(answer), advice);
    }
    return response;
  }
}
