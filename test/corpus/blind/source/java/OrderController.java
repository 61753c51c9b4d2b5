package org.example.shop;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

@RestController
class OrderController {
    private final Orders orders;
    private final RestClient pay;

    OrderController(Orders orders, RestClient pay) {
        this.orders = orders;
        this.pay = pay;
    }

    @GetMapping("/orders/{id}")
    Order find(@PathVariable long id) {
        return orders.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no order " + id));
    }

    @GetMapping("/orders/{id}/charge")
    ResponseEntity<?> charge(@PathVariable long id) {
        try {
            return ResponseEntity.ok(pay.get().uri("/charges/{id}", id).retrieve().body(Map.class));
        } catch (HttpClientErrorException.TooManyRequests e) {
            return ResponseEntity.status(503).header("Retry-After", "50").build();
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode() == HttpStatus.PAYMENT_REQUIRED) {
                return ResponseEntity.status(HttpStatus.CONFLICT).body("card refused");
            }
            if (e.getRawStatusCode() == 404) {
                return ResponseEntity.noContent().build();
            }
            throw e;
        } catch (HttpServerErrorException.ServiceUnavailable e) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
        }
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> bad(IllegalArgumentException e) {
        return Map.of("message", e.getMessage());
    }
}
