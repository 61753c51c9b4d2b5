import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * Sends a request, and when the server answers 401, renews the credentials once and sends it once
 * more. The last response or exception is passed on as it came.
 */
final class Renewal {
  /** Builds a request from the credentials at hand, and sends it. */
  interface Request<T> {
    HttpResponse<T> send() throws IOException, InterruptedException;
  }

  interface Renew {
    void run() throws IOException, InterruptedException;
  }

  static <T> HttpResponse<T> send(Request<T> request, Renew renew)
      throws IOException, InterruptedException {
    HttpResponse<T> response = request.send();
    if (response.statusCode() != 401) {
      return response;
    }
    System.getLogger(Renewal.class.getName())
        .log(System.Logger.Level.WARNING, "HTTP 401: renewing the credentials");
    renew.run();
    return request.send();
  }
}
