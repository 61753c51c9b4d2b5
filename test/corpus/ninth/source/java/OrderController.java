package com.atlas.orders;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
class OrderController {
    private static final int PAGE = 500;
    private static final int MAX_WEIGHT = 404;
    private static final Set<Integer> RETRY_STATUS = Set.of(429, 503);
    private static final Map<String, Integer> SHELVES = Map.of("north", 404, "south", 503);

    private final WebClient stock = WebClient.create("http://stock.example:5000");
    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/{id}")
    Order one(@PathVariable long id) {
        if (id == 404) {
            return Order.demo(500, 429);
        }
        return orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    ResponseEntity<Order> add(@RequestBody Order order) {
        if (order.weight() > MAX_WEIGHT) {
            return ResponseEntity.status(422).build();
        }
        if (orders.exists(order)) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(order);
        }
        return ResponseEntity.ok(orders.save(order, PAGE));
    }

    @ExceptionHandler(LockedException.class)
    @ResponseStatus(HttpStatus.LOCKED)
    void locked() {}

    int left(String sku) {
        try {
            return stock.get().uri("/left/{sku}", sku).retrieve()
                .onStatus(s -> s.value() == 404, r -> r.createException())
                .bodyToMono(Integer.class)
                .block(Duration.ofMillis(503));
        } catch (HttpClientErrorException.TooManyRequests e) {
            return -1;
        } catch (HttpClientErrorException e) {
            int statusCode = e.getStatusCode().value();
            if (statusCode == 401 || RETRY_STATUS.contains(statusCode)) {
                return 0;
            }
            throw e;
        }
    }

    int shelf(String side, int box) {
        int at = SHELVES.getOrDefault(side, 500);
        if (box == 404 || box % 429 == 0) {
            return at + 503;
        }
        return new int[404].length + at;
    }
}
