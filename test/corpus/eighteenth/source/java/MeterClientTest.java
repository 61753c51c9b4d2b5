package grove.meters;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.HttpURLConnection;
import java.net.URI;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

@WireMockTest(httpPort = 4290)
class MeterClientTest {
    private static final int LITRES = 500;
    private final MeterClient client = new MeterClient("http://localhost:4290");

    @Test
    void unknownMeter() {
        stubFor(get("/meters/9").willReturn(aResponse().withStatus(404)));
        assertThat(client.read(9)).isEmpty();
    }

    @Test
    void refusedKey() {
        stubFor(get("/meters/1").willReturn(unauthorized()));
        var e = assertThrows(MeterException.class, () -> client.read(1));
        assertEquals(401, e.getStatusCode());
        assertEquals(LITRES, client.lastReading());
    }

    @Test
    void serverFaultIsTriedTwice() {
        stubFor(get("/meters/2").willReturn(serverError().withStatus(502)));
        assertThrows(MeterException.class, () -> client.read(2));
        verify(2, getRequestedFor(urlEqualTo("/meters/2")));
    }

    @Test
    void waits() throws Exception {
        try (var server = new MockWebServer()) {
            server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "0"));
            server.enqueue(new MockResponse().setBody("429 litres"));
            assertEquals(429, new MeterClient(server.url("/").toString()).read(3).orElseThrow());
        }
    }

    @Test
    void closedAccount() throws Exception {
        var connection = (HttpURLConnection) URI.create("http://localhost:4290/accounts/5").toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(HttpURLConnection.HTTP_GONE);
        assertThat(connection.getResponseCode()).isNotEqualTo(HttpURLConnection.HTTP_UNAVAILABLE);
    }

    @Test
    void tariff() {
        assertEquals(404, MeterClient.cents(88, 4.59));
        assertThat(MeterClient.cents(500, 1)).isEqualTo(500);
    }

    @Test
    void rejectsNegative() throws Exception {
        mvc().perform(post("/readings/-1")).andExpect(status().isBadRequest());
        mvc().perform(post("/readings/x")).andExpect(status().is(415));
    }
}
