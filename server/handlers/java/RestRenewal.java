import java.util.function.Supplier;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * Calls a RestTemplate, and when the server answers 401, renews the credentials once and calls it
 * once more. The last result or exception is passed on as it came.
 */
final class RestRenewal {
  private RestRenewal() {}

  static void call(Runnable request, Runnable renew) {
    Supplier<Void> withoutResult =
        () -> {
          request.run();
          return null;
        };
    call(withoutResult, renew);
  }

  /** The request reads the credentials at hand each time. */
  static <T> T call(Supplier<T> request, Runnable renew) {
    try {
      return request.get();
    } catch (HttpStatusCodeException e) {
      if (e.getStatusCode().value() != 401) {
        throw e;
      }
    }
    System.getLogger(RestRenewal.class.getName())
        .log(System.Logger.Level.WARNING, "HTTP 401: renewing the credentials");
    renew.run();
    return request.get();
  }
}
