package org.example.mirror;

import io.github.resilience4j.retry.RetryConfig;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import twitter4j.Twitter;
import twitter4j.TwitterException;

public class TimelineMirror {
    static final int PAGE_SIZE = 187;
    static final int PORT = 5000;
    static final long PAUSE_MILLIS = 4_290L;
    static final List<Integer> MOSAIC = List.of(404, 429, 500, 503);
    private static final int DUPLICATE_STATUS_CODE = 187;

    enum Next { CONTINUE, WAIT, STOP }

    Next mirror(Twitter twitter, String text) {
        try {
            twitter.updateStatus(text);
            return Next.CONTINUE;
        } catch (TwitterException e) {
            if (e.exceededRateLimitation()) {
                return Next.WAIT;
            }
            switch (e.getErrorCode()) {
                case 187 -> { return Next.CONTINUE; }
                case 326, 64 -> { return Next.STOP; }
                default -> { }
            }
            if (e.getStatusCode() == HttpURLConnection.HTTP_UNAUTHORIZED || e.getStatusCode() == 403) {
                return Next.STOP;
            }
            return e.getStatusCode() >= 500 ? Next.WAIT : Next.STOP;
        }
    }

    static RetryConfig retry() {
        return RetryConfig.<HttpResponse<String>>custom()
            .maxAttempts(4)
            .waitDuration(Duration.ofMillis(500))
            .retryOnResult(r -> r.statusCode() == 429 || r.statusCode() == 503)
            .build();
    }

    String fetch(int id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/t/" + id)).timeout(Duration.ofSeconds(42)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        HttpStatusCode status = HttpStatusCode.valueOf(response.statusCode());
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            throw new NotFoundException("post " + id);
        }
        if (status == HttpStatus.BAD_GATEWAY) {
            Thread.sleep(PAUSE_MILLIS);
        }
        if (id == 404 || id % 500 == 29) {
            throw new WebApplicationException(Response.Status.GONE);
        }
        return response.body().substring(0, Math.min(503, response.body().length()));
    }

    @Test
    void answersUnknownPosts() throws Exception {
        mockMvc.perform(get("/t/500")).andExpect(status().isNotFound());
        mockMvc.perform(get("/t/88")).andExpect(status().is(410));
        server.enqueue(new MockResponse().setResponseCode(504).setBody("429"));
        stubFor(post("/t").willReturn(aResponse().withStatus(422).withFixedDelay(503)));
        assertEquals(404, new Grid(4, 101).area());
        assertThat(MOSAIC).hasSize(4).contains(429);
    }
}
