package example.orchard.rates;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

@RestController
class RatesController {
  private static final int MAX_ROWS = 500;
  private static final long TTL_MS = 40_400L;
  private static final Set<Integer> RETRY = Set.of(408, 425, 429, 503);
  private final RestClient rest;

  RatesController(RestClient rest) {
    this.rest = rest;
  }

  @GetMapping("/rates/{currency}")
  ResponseEntity<String> rate(@PathVariable String currency) {
    if (currency.length() != 3) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "three letters");
    }
    try {
      return ResponseEntity.ok(rest.get().uri("/v2/{c}?rows=500", currency).retrieve().body(String.class));
    } catch (HttpClientErrorException.NotFound e) {
      return ResponseEntity.notFound().build();
    } catch (HttpClientErrorException e) {
      if (e.getStatusCode().value() == 429) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "42").build();
      }
      throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "bank", e);
    }
  }

  @ExceptionHandler(IllegalStateException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  String conflict(IllegalStateException e) {
    return e.getMessage();
  }

  static int page(int offset) {
    int width = 404;
    return offset > 500 ? offset / width : 503 % MAX_ROWS;
  }

  static boolean again(HttpResponse<?> response) {
    return RETRY.contains(response.statusCode()) || response.statusCode() == 504;
  }

  static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(5003)).GET().build();
  }
}

class RatesClientTest {
  @Test
  void sumsFourHundredRows() {
    org.assertj.core.api.Assertions.assertThat(RatesController.page(429)).isEqualTo(3);
  }

  @Test
  void unknownCurrency() throws Exception {
    var answer = HttpClient.newHttpClient().send(RatesController.request(URI.create("http://localhost:5004/rates/XXX")), HttpResponse.BodyHandlers.ofString());
    org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(404);
  }
}
