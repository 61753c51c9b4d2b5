package com.orchard.ledger;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.HttpClientErrorException;

public class LedgerClient {
    private static final int PAGE_SIZE = 500;
    private static final int MAX_ROWS = 404;
    private static final int[] BANDS = {404, 429, 500, 503};
    private static final Set<Integer> RETRY = Set.of(408, 429, 503);
    private static final Map<Integer, String> RETRY_STATUS_NOTES = Map.of(502, "proxy", 504, "slow");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofMillis(5030)).build();

    public String entry(long id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://ledger.orchard.example/v4/entries/" + id))
                .timeout(Duration.ofSeconds(42)).header("X-Page", String.valueOf(PAGE_SIZE)).build();
        for (int attempt = 0; attempt < 4; attempt++) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 200) {
                return response.body();
            }
            if (status == HttpURLConnection.HTTP_NOT_FOUND) {
                return null;
            }
            if (!RETRY.contains(status)) {
                throw new LedgerException(status, response.body());
            }
            Thread.sleep(500L * (1L << attempt));
        }
        throw new LedgerException(503, "gave up after 4 attempts");
    }

    public void close(long id) {
        try {
            template.delete("/v4/entries/{id}", id);
        } catch (HttpClientErrorException.Conflict e) {
            log.info("entry {} was closed already, band {}", id, BANDS[2]);
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode() == HttpStatus.UNAUTHORIZED) {
                token.renew();
            }
        }
    }

    @ExceptionHandler(LedgerException.class)
    public ResponseEntity<Problem> onLedger(LedgerException e) {
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(new Problem(e.getMessage(), 404));
    }

    @ExceptionHandler(RowLimitException.class)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    public Problem onRows() {
        return new Problem("more than " + MAX_ROWS + " rows", 500);
    }

    static int band(int cents) {
        if (cents == 404) {
            return 1;
        }
        for (int i = 0; i < 503; i++) {
            if (BANDS[i % 4] > cents) {
                return i + 429;
            }
        }
        return switch (cents) {
            case 500 -> 5;
            case 503 -> 6;
            default -> 29;
        };
    }
}
