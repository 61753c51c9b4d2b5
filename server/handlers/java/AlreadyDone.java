import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A response of status 200 for what an earlier attempt has done already. */
final class AlreadyDone<T> implements HttpResponse<T> {
  private final HttpResponse<T> response;

  private AlreadyDone(HttpResponse<T> response) {
    this.response = response;
  }

  /**
   * Sends. A failure with the code comes back with status 200 and its body as it came. All else is
   * passed on as it came.
   */
  static <T> HttpResponse<T> send(HttpAnswer.Send<T> call, String code)
      throws IOException, InterruptedException {
    HttpResponse<T> response = call.send();
    if (!HttpAnswer.of(response).failedWith(code)) {
      return response;
    }
    System.getLogger(AlreadyDone.class.getName())
        .log(System.Logger.Level.WARNING, "Code " + code + ": it is done already");
    return new AlreadyDone<>(response);
  }

  @Override
  public int statusCode() {
    return 200;
  }

  @Override
  public HttpRequest request() {
    return response.request();
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return response.previousResponse();
  }

  @Override
  public HttpHeaders headers() {
    return response.headers();
  }

  @Override
  public T body() {
    return response.body();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return response.sslSession();
  }

  @Override
  public URI uri() {
    return response.uri();
  }

  @Override
  public HttpClient.Version version() {
    return response.version();
  }
}
