import java.io.IOException;
import java.net.http.HttpResponse;

/** Reads responses of java.net.http. */
final class HttpAnswer {
  private HttpAnswer() {}

  /** Sends a request. */
  interface Send<T> {
    HttpResponse<T> send() throws IOException, InterruptedException;
  }

  static Answer of(HttpResponse<?> response) {
    String body = response.body() instanceof String text ? text : "";
    return new Answer(
        response.statusCode(), name -> response.headers().firstValue(name).orElse(null), body);
  }
}
