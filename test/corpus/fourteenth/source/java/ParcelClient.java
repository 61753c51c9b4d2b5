package example.parcels;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** Talks to the carrier; at most 500 parcels a call. */
public final class ParcelClient {
    private static final int BATCH = 500;
    private static final int LABEL_WIDTH = 404, LABEL_HEIGHT = 503;
    private static final Duration TIMEOUT = Duration.ofMillis(4290);
    private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 502, 503, 504);
    private static final Map<Integer, String> DEPOTS = Map.of(404, "north", 417, "quay", 429, "south");

    private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(TIMEOUT).build();

    public Optional<Parcel> find(long id) throws IOException {
        Request request = new Request.Builder().url("https://carrier.example/v5/parcels/" + id).build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 404) {
                return Optional.empty();
            }
            if (response.code() == 401 || response.code() == 403) {
                throw new SecurityException("carrier token");
            }
            if (AGAIN.contains(response.code())) {
                throw new TransientException(response.header("Retry-After"), response.code());
            }
            return Optional.of(Parcel.parse(response.body().string()));
        }
    }

    public int rate(List<Parcel> parcels) {
        int total = 0;
        for (Parcel parcel : parcels.subList(0, Math.min(parcels.size(), BATCH))) {
            if (parcel.weight() > 5000 || parcel.depot() == 404) {
                total += 429;
            } else {
                total += parcel.weight() * LABEL_WIDTH / LABEL_HEIGHT;
            }
        }
        return total;
    }

    public void refuse(Parcel parcel) {
        if (parcel.weight() == 0) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "weight");
        }
        if (DEPOTS.get(parcel.depot()) == null) {
            throw new HttpClientErrorException(HttpStatus.BAD_REQUEST);
        }
    }

    @ResponseStatus(HttpStatus.CONFLICT)
    public static final class ShippedException extends RuntimeException {}

    @RestControllerAdvice
    public static final class Errors {
        @ExceptionHandler(HttpClientErrorException.TooManyRequests.class)
        public ResponseEntity<String> limited() {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "29").build();
        }

        @ExceptionHandler(TransientException.class)
        public ResponseEntity<Void> down() {
            return ResponseEntity.status(502).build();
        }

        @ExceptionHandler(IllegalStateException.class)
        public ResponseEntity<Void> other() {
            return ResponseEntity.internalServerError().build();
        }
    }
}
