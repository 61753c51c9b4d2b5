package org.loom;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.*;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.http.HttpResponse;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@WireMockTest(httpPort = 4404)
class LoomClientTest {

    private final MockWebServer server = new MockWebServer();

    @Test
    void readsThreads() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"threads\": 500, \"picks\": 429}"));
        assertThat(client().threads()).isEqualTo(500);
    }

    @Test
    void waitsWhenBusy() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(503).addHeader("Retry-After", 4));
        server.enqueue(new MockResponse().setResponseCode(200).setBody("{\"threads\": 404}"));
        assertThat(client().threads()).isEqualTo(404);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void stub() {
        stubFor(get("/looms/401").willReturn(aResponse().withStatus(401).withFixedDelay(450)));
        stubFor(get("/looms/7").willReturn(notFound()));
        stubFor(post("/looms").willReturn(jsonResponse("{}", 409)));
        assertThatThrownBy(() -> client().loom(401)).isInstanceOf(LoomException.class).extracting("status").isEqualTo(401);
    }

    @Test
    void mockedByHand() throws Exception {
        HttpResponse<String> response = mock();
        when(response.statusCode()).thenReturn(429, 200);
        when(response.body()).thenReturn("{\"threads\": 422}");
        assertThat(new LoomReader(500).read(response)).isEqualTo(422);
    }

    @Test
    void rest(org.springframework.test.web.client.MockRestServiceServer rest, org.springframework.test.web.servlet.MockMvc mvc) throws Exception {
        rest.expect(requestTo("/looms/2")).andRespond(withStatus(HttpStatus.GATEWAY_TIMEOUT));
        rest.expect(requestTo("/looms/3")).andRespond(withServerError());
        mvc.perform(patch("/looms/2").content("{\"width\": 450}")).andExpect(status().is(412));
        mvc.perform(patch("/looms/3")).andExpect(status().isForbidden());
    }

    private LoomClient client() {
        return new LoomClient(server.url("/").toString(), 400);
    }
}
