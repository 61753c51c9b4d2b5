import java.util.function.Supplier;
import org.springframework.http.HttpEntity;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** Looks whether a write happened before it is repeated. */
final class RestVerification {
  /** Milliseconds that a write may take to show. */
  private static final long settle = 2_000;

  private RestVerification() {}

  /**
   * Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed),
   * looks for it: what {@code find} gives is the result, and only when it gives null is the call
   * made once more. As long as {@code find} is null nothing is repeated. All else is passed on as
   * it came.
   */
  static <T> T call(Supplier<T> request, Supplier<T> find) {
    T result = null;
    RestClientException failure = null;
    try {
      result = request.get();
    } catch (HttpStatusCodeException | ResourceAccessException e) {
      failure = e;
    }
    boolean isUnsure = failure == null ? isUnconfirmed(result) : isUnsure(failure);
    if (isUnsure) {
      System.getLogger(RestVerification.class.getName())
          .log(System.Logger.Level.WARNING, "Nobody knows whether the write happened");
    }
    if (!isUnsure || find == null || !waitToSettle()) {
      if (failure != null) {
        throw failure;
      }
      return result;
    }
    T found = find.get();
    return found == null ? request.get() : found;
  }

  private static boolean isUnsure(RestClientException failure) {
    return !(failure instanceof HttpStatusCodeException answered)
        || RestAnswer.of(answered).isUnsure();
  }

  private static boolean isUnconfirmed(Object result) {
    Object body = result instanceof HttpEntity<?> entity ? entity.getBody() : result;
    return new Answer(200, name -> null, String.valueOf(body)).isUnsure();
  }

  /** Whether nobody interrupted the wait. */
  private static boolean waitToSettle() {
    try {
      Thread.sleep(settle);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
