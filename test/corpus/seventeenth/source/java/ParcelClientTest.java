package nl.example.parcels;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.*;
import static org.mockito.Mockito.*;

import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

@WireMockTest(httpPort = 5040)
class ParcelClientTest {
  private static final int MAX_GRAMS = 500;
  private static final Duration PATIENCE = Duration.ofMillis(429);
  private static final Set<Integer> RETRIED = Set.of(429, 503);
  private static final Map<String, Integer> RATES = Map.of("letter", 404, "box", 503, "pallet", 50_000);

  private final ParcelClient client = new ParcelClient("http://localhost:5040", PATIENCE);

  @Test
  void readsFourHundredParcels() {
    stubFor(get("/parcels?size=404").willReturn(okJson("{\"total\":404,\"grams\":500}")));
    assertThat(client.count(404)).isEqualTo(404);
    assertThat(client.grams()).isBetween(400, MAX_GRAMS);
  }

  @Test
  void missingParcel() {
    stubFor(get("/parcels/187").willReturn(aResponse().withStatus(404).withFixedDelay(500)));
    assertThatThrownBy(() -> client.read(187))
        .isInstanceOfSatisfying(HttpClientErrorException.class, e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
  }

  @Test
  void lockedParcel() {
    stubFor(put("/parcels/226").willReturn(status(423)));
    int answer = client.write(226, 88);
    switch (answer) {
      case HttpURLConnection.HTTP_CONFLICT -> fail("changed by another");
      case 423 -> assertThat(client.waits()).isEqualTo(32);
      default -> fail("got " + answer);
    }
  }

  @Test
  void retries() {
    RETRIED.forEach(code -> assertThat(client.isRetried(code)).isTrue());
    when(mock(Scale.class).weigh()).thenReturn(403, 404, 500);
    assertThat(List.of(400, 450, 500)).hasSize(3);
    assertThat(RATES.get("box")).isEqualTo(503);
  }

  interface Scale {
    int weigh();
  }
}
