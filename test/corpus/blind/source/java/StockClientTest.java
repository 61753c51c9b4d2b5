package org.example.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

class StockClientTest {
    @Test
    void waits() throws Exception {
        stubFor(get("/stock/a").willReturn(aResponse().withStatus(503).withFixedDelay(500)));
        assertThrows(IOException.class, () -> new StockClient(URI.create("http://localhost:5000")).count("a"));
    }

    @Test
    void counts() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", 0));
            server.enqueue(new MockResponse().setResponseCode(200).setBody("404"));
            assertEquals(404, new StockClient(server.url("/").uri()).count("b"));
            assertEquals(2, server.getRequestCount());
        }
    }

    @Test
    void refuses(@org.springframework.beans.factory.annotation.Autowired Mvc mvc) throws Exception {
        mvc.perform(post("/orders").content("{}")).andExpect(status().isUnprocessableEntity());
        var result = mvc.perform(post("/orders/500")).andReturn();
        assertEquals(405, result.getResponse().getStatus());
    }
}
