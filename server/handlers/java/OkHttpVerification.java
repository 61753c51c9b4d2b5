import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Looks whether a write happened before it is repeated. */
final class OkHttpVerification {
  /** Milliseconds that a write may take to show. */
  private static final long settle = 2_000;

  private OkHttpVerification() {}

  /**
   * Executes a request. When nobody knows whether the write happened (no response, 5xx,
   * x_write_unconfirmed), looks for it: what {@code find} gives is the result, and only when it
   * gives null is the request executed once more. As long as {@code find} is null nothing is
   * repeated. All else is passed on as it came.
   */
  static Response execute(OkHttpClient client, Request request, OkHttpAnswer.Execute find)
      throws IOException {
    // OkHttp repeats a write by itself, without a look, when its connection breaks.
    OkHttpClient once =
        client
            .newBuilder()
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(OkHttpVerification::tellOnce)
            .build();
    System.Logger logger = System.getLogger(OkHttpVerification.class.getName());
    String note = "Nobody knows whether the write happened";
    try {
      Response response = once.newCall(request).execute();
      if (!OkHttpAnswer.of(response).isUnsure()) {
        return response;
      }
      logger.log(System.Logger.Level.WARNING, note);
      if (find == null) {
        return response;
      }
      response.close();
    } catch (IOException e) {
      logger.log(System.Logger.Level.WARNING, note);
      if (find == null) {
        throw e;
      }
    }
    try {
      Thread.sleep(settle);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before a look");
    }
    Response found = find.execute();
    return found == null ? once.newCall(request).execute() : found;
  }

  /** It does so, too, when a 503 asks for no wait. */
  private static Response tellOnce(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean isRepeated = response.code() == 503 && "0".equals(response.header("Retry-After"));
    return isRepeated ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }
}
