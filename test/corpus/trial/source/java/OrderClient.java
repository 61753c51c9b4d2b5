package example;

import java.net.http.HttpResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

class OrderClient {
  private static final int MAX_ROWS = 500;
  private static final int[] SIZES = {400, 404, 500};

  Order load(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 429 || status == 503) {
      throw new RetryLater(500);
    }
    return switch (status) {
      case 200 -> parse(response.body());
      case 404 -> null;
      case 401, 403 -> throw new Denied();
      default -> throw new IllegalStateException("status " + status);
    };
  }

  void save() {
    try {
      rest.postForObject(url, body, Order.class);
    } catch (HttpClientErrorException.Conflict e) {
      log.info("there already, {} rows", 404);
    }
    if (entity.getStatusCode() == HttpStatus.UNPROCESSABLE_ENTITY) return;
    buffer.resize(503);
  }
}
