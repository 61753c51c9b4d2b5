import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClientException;

/** A failure that no retry helps with. */
final class RestFailure extends RestClientException {
  private static final long serialVersionUID = 1;

  final String code;
  final int status;

  /** When it passes; null when the server does not say. */
  final Instant resetAt;

  /** What helps. */
  final String advice;

  private RestFailure(String code, int status, Instant resetAt, String advice, Throwable cause) {
    super(code + (resetAt == null ? "" : " until " + resetAt) + ": " + advice, cause);
    this.code = code;
    this.status = status;
    this.resetAt = resetAt;
    this.advice = advice;
  }

  static void call(Runnable request, String code, String advice) {
    Supplier<Void> withoutResult =
        () -> {
          request.run();
          return null;
        };
    call(withoutResult, code, advice);
  }

  /** Calls. A failure with the code is thrown as this. All else is passed on as it came. */
  static <T> T call(Supplier<T> request, String code, String advice) {
    try {
      return request.get();
    } catch (HttpStatusCodeException e) {
      Answer answer = RestAnswer.of(e);
      if (answer.failedWith(code)) {
        throw new RestFailure(code, answer.status(), Reset.of(answer), advice, e);
      }
      throw e;
    }
  }
}
