import java.io.IOException;
import okhttp3.Response;

/**
 * Executes a request, and when the server answers 401, renews the credentials once and executes it
 * once more. The last response or exception is passed on as it came.
 */
final class OkHttpRenewal {
  private OkHttpRenewal() {}

  /** Builds a request from the credentials at hand, and executes it. */
  interface Execute {
    Response execute() throws IOException;
  }

  interface Renew {
    void run() throws IOException;
  }

  static Response execute(Execute request, Renew renew) throws IOException {
    Response response = request.execute();
    if (response.code() != 401) {
      return response;
    }
    response.close();
    System.getLogger(OkHttpRenewal.class.getName())
        .log(System.Logger.Level.WARNING, "HTTP 401: renewing the credentials");
    renew.run();
    return request.execute();
  }
}
