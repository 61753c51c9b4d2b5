import java.io.IOException;
import java.time.Instant;
import okhttp3.Response;

/** A failure that no retry helps with. */
final class OkHttpFailure extends IOException {
  private static final long serialVersionUID = 1;

  final String code;
  final int status;

  /** When it passes; null when the server does not say. */
  final Instant resetAt;

  /** What helps. */
  final String advice;

  private OkHttpFailure(String code, int status, Instant resetAt, String advice) {
    super(code + (resetAt == null ? "" : " until " + resetAt) + ": " + advice);
    this.code = code;
    this.status = status;
    this.resetAt = resetAt;
    this.advice = advice;
  }

  /** Executes. A failure with the code is thrown as this. All else is passed on as it came. */
  static Response execute(OkHttpAnswer.Execute call, String code, String advice)
      throws IOException {
    Response response = call.execute();
    if (response.isSuccessful()) {
      return response;
    }
    Answer answer = OkHttpAnswer.of(response);
    if (answer.failedWith(code)) {
      response.close();
      throw new OkHttpFailure(code, answer.status(), Reset.of(answer), advice);
    }
    return response;
  }
}
