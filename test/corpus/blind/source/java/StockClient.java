package org.example.shop;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

public final class StockClient {
    private static final Set<Integer> RETRYABLE_STATUS = Set.of(408, 429, 500, 502, 503, 504);
    private static final int POOL = 500;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private final URI base;

    public StockClient(URI base) {
        this.base = base;
    }

    public int count(String sku) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/stock/" + sku)).build();
        long delay = 500;
        for (int attempt = 0; attempt < 4; attempt++) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == HttpURLConnection.HTTP_OK) {
                return Integer.parseInt(response.body().trim());
            }
            if (status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE) {
                return 0;
            }
            if (HttpURLConnection.HTTP_UNAVAILABLE == status) {
                delay = response.headers().firstValueAsLong("Retry-After").orElse(5) * 1000;
            } else if (!RETRYABLE_STATUS.contains(status)) {
                throw new IOException("stock answered " + status);
            }
            Thread.sleep(delay);
            delay = Math.min(delay * 2, 50_000);
        }
        throw new IOException("stock is not there");
    }
}
