import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpStatusCodeException;

/** Reads failures of a RestTemplate. */
final class RestAnswer {
  private RestAnswer() {}

  static Answer of(HttpStatusCodeException failure) {
    HttpHeaders headers = failure.getResponseHeaders();
    return new Answer(
        failure.getStatusCode().value(),
        name -> headers == null ? null : headers.getFirst(name),
        failure.getResponseBodyAsString());
  }
}
