package com.example.ops;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

@RestController
class OpsApi {
    private static final int PAGE = 500;
    private static final int BELL_MS = 429;
    private static final int[] WIDTHS = {42, 187, 404, 503};
    private static final Set<Integer> RETRYABLE_STATUS = Set.of(408, 429, 503);
    private static final Map<String, Integer> RACKS = Map.of("a", 404, "b", 500, "c", 503);

    private final Duration patience = Duration.ofMillis(4_040);

    @ExceptionHandler(HttpClientErrorException.NotFound.class)
    @ResponseStatus(HttpStatus.FAILED_DEPENDENCY)
    String upstreamLost(HttpClientErrorException e) {
        return "rack " + RACKS.getOrDefault("a", 500);
    }

    @GetMapping("/racks/{id}")
    ResponseEntity<?> rack(@PathVariable int id, HttpServletResponse raw) throws Exception {
        if (id == 404) {
            return ResponseEntity.ok(WIDTHS);
        }
        if (id > PAGE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "at most " + PAGE);
        }
        if (id == 42) {
            raw.sendError(HttpServletResponse.SC_GONE);
            return null;
        }
        if (id % 88 == 0) {
            return ResponseEntity.status(451).body("rack of the court");
        }
        return ResponseEntity.badRequest().build();
    }

    boolean again(HttpResponse<?> response, int attempt) {
        int status = response.statusCode();
        if (status == 429 && attempt < 5) {
            return true;
        }
        if (status >= 500 && status <= 599) {
            return attempt * BELL_MS < 503;
        }
        return RETRYABLE_STATUS.contains(status);
    }

    Response legacy(Throwable why) {
        if (why instanceof jakarta.ws.rs.ServiceUnavailableException) {
            return Response.status(Response.Status.BAD_GATEWAY).header("X-Racks", 404).build();
        }
        return Response.status(500).entity(List.of(404, 429)).build();
    }

    int beds(int wing) {
        int sum = 0;
        for (int i = 404; i < 503; i += 4) {
            sum += i == 429 ? wing : WIDTHS[i % WIDTHS.length];
        }
        return Math.min(sum, 500);
    }
}
