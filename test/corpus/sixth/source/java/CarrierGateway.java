package com.acme.shipping;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Talks to the carrier. A parcel numbered 404 is a parcel like any other. */
@RestControllerAdvice
public final class CarrierGateway {
    private static final int LABEL_WIDTH = 404;
    private static final int LABEL_HEIGHT = 503;
    private static final Duration TIMEOUT = Duration.ofMillis(4290);
    private static final Set<Integer> RETRYABLE_STATUS = Set.of(429, 502, 503, 504);
    private static final Map<Integer, String> DEPOTS = Map.of(404, "Hamm", 500, "Gent");

    private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(TIMEOUT).build();

    public Label label(long parcel) throws IOException {
        Request request = new Request.Builder().url("https://carrier.example/labels/" + parcel).build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 404) {
                return Label.none(LABEL_WIDTH, LABEL_HEIGHT);
            }
            if (RETRYABLE_STATUS.contains(response.code())) {
                pause(500);
            }
            switch (response.code()) {
                case HttpStatus.SC_UNAUTHORIZED:
                case HttpStatus.SC_FORBIDDEN:
                    throw new CarrierException("credentials", response.code());
                case 422:
                    throw new CarrierException("address", 422);
                default:
                    return Label.parse(response.body().bytes(), 300);
            }
        }
    }

    @ExceptionHandler(ParcelClosed.class)
    ProblemDetail closed(ParcelClosed e) {
        return ProblemDetail.forStatusAndDetail(org.springframework.http.HttpStatus.CONFLICT, "parcel closed");
    }

    static ResponseStatusException tooBig(int grams) {
        if (grams > 500) {
            return new ResponseStatusException(org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return null;
    }

    static String depot(int number) {
        return switch (number) {
            case 404 -> DEPOTS.get(404);
            case 429, 500 -> "Lille";
            default -> number == 503 ? "Metz" : "?";
        };
    }

    static double postage(int grams) {
        double[] steps = {4.04, 4.29, 5.00, 5.03};
        return grams < 404 ? steps[0] : grams < 500 ? steps[2] : steps[3];
    }
}
