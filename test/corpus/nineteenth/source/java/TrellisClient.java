package org.trellis.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import okhttp3.Interceptor;
import okhttp3.Response;

public final class TrellisClient {

    private static final Duration TIMEOUT = Duration.ofMillis(4500);
    private static final int PAGE_SIZE = 500;
    private static final Set<Integer> RETRYABLE = Set.of(408, 429, 502, 503, 504);
    private static final int SC_TEAPOT = 418;

    private static final Map<Integer, BiFunction<Integer, String, TrellisException>> ERRORS = Map.of(
            400, BadRequestException::new,
            401, UnauthorizedException::new,
            404, NotFoundException::new);

    private final HttpClient http = HttpClient.newHttpClient();

    public String vine(long id) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(java.net.URI.create("https://trellis.example.org/vines/" + id + "?size=" + PAGE_SIZE))
                .timeout(TIMEOUT)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        if (status == 410 || status == SC_TEAPOT) {
            return null;
        }
        if (status >= 500) {
            throw new TrellisException(status, "the trellis fell over");
        }
        throw ERRORS.getOrDefault(status, TrellisException::new).apply(status, response.body());
    }

    /** Asks again, at most four times, 450 ms apart. */
    static final class RetryInterceptor implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Response response = chain.proceed(chain.request());
            for (int i = 0; i < 4 && RETRYABLE.contains(response.code()); i++) {
                response.close();
                response = chain.proceed(chain.request().newBuilder().header("X-Attempt", "" + i).build());
            }
            if (response.code() == 407) {
                throw new IOException("the proxy wants a password");
            }
            return response;
        }
    }

    public static class TrellisException extends RuntimeException {
        final int status;

        TrellisException(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    static final class BadRequestException extends TrellisException {
        BadRequestException(int status, String message) { super(status, message); }
    }

    static final class UnauthorizedException extends TrellisException {
        UnauthorizedException(int status, String message) { super(status, message); }
    }

    static final class NotFoundException extends TrellisException {
        NotFoundException(int status, String message) { super(status, message); }
    }
}
