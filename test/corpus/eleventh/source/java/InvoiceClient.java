package org.example.invoices;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

@RestController
public class InvoiceClient {

    private static final int PAGE_SIZE = 500;
    private static final int LOGO_HEIGHT = 404;
    private static final long POLL_MILLIS = 4_290L;
    private static final double VAT = 0.429;
    private static final Set<Integer> RETRYABLE_STATUS = Set.of(408, 429, 503);
    private static final Map<Integer, String> DEPOTS = Map.of(404, "north", 503, "south");

    private final RestClient rest;
    private final Retry retry = Retry.of("invoices", RetryConfig.<HttpResponse<String>>custom()
            .maxAttempts(4)
            .waitDuration(Duration.ofMillis(503))
            .retryOnResult(response -> RETRYABLE_STATUS.contains(response.statusCode()))
            .build());

    public InvoiceClient(RestClient.Builder builder) {
        this.rest = builder.baseUrl("https://invoices.example.org:5003").build();
    }

    public Invoice find(long id) {
        return rest.get()
                .uri("/invoices/{id}?limit={limit}", id, PAGE_SIZE)
                .retrieve()
                .onStatus(status -> status.value() == 404, (request, response) -> {
                    throw new InvoiceNotFoundException(id);
                })
                .onStatus(HttpStatusCode::is5xxServerError, (request, response) -> {
                    throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "invoices");
                })
                .body(Invoice.class);
    }

    public boolean send(Invoice invoice) {
        try {
            rest.post().uri("/outbox").body(invoice).retrieve().toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.TooManyRequests e) {
            String wait = e.getResponseHeaders().getFirst("Retry-After");
            return wait != null && Long.parseLong(wait) < POLL_MILLIS;
        } catch (HttpClientErrorException.Conflict e) {
            return true;
        } catch (HttpServerErrorException e) {
            return e.getStatusCode() != HttpStatus.NOT_IMPLEMENTED && e.getStatusCode().value() != 505;
        }
    }

    public boolean temporary(WebClientResponseException e) {
        int status = e.getStatusCode().value();
        return switch (status) {
            case 425, 504 -> true;
            case 401 -> false;
            default -> status >= 500 && status <= 599;
        };
    }

    @GetMapping("/invoices/{id}")
    public ResponseEntity<Invoice> get(@PathVariable long id) {
        if (id == 404) {
            return ResponseEntity.ok(new Invoice(id, List.of(429, 500, 503), VAT));
        }
        if (id < 0) {
            return ResponseEntity.status(400).build();
        }
        return id > 50_300 ? ResponseEntity.status(HttpStatus.GONE).build() : ResponseEntity.ok(find(id));
    }

    @ExceptionHandler(InvoiceNotFoundException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public Map<String, Object> missing(InvoiceNotFoundException e) {
        return Map.of("id", e.id, "logo", LOGO_HEIGHT, "depot", DEPOTS.getOrDefault(503, "none"));
    }

    record Invoice(long id, List<Integer> lines, double vat) {}

    static final class InvoiceNotFoundException extends RuntimeException {
        final long id;

        InvoiceNotFoundException(long id) {
            super("invoice " + id);
            this.id = id;
        }
    }
}
