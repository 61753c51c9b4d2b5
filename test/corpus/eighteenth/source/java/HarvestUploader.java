package grove.harvest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.apache.http.HttpStatus;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;

public class HarvestUploader {
    private static final int CRATE_GRAMS = 500;
    private static final int CRATES_PER_TRUCK = 429;
    private static final Set<Integer> RETRY_STATUS = Set.of(HttpStatus.SC_BAD_GATEWAY, HttpStatus.SC_GATEWAY_TIMEOUT, 429);
    private static final Map<Integer, String> STATUS_TEXT = Map.of(
        400, "The list of crates is wrong",
        409, "The truck left already",
        503, "The market is closed");

    private final CloseableHttpClient apache;
    private final HttpClient plain = HttpClient.newHttpClient();

    public HarvestUploader(CloseableHttpClient apache) {
        this.apache = apache;
    }

    public boolean upload(HttpPost post, int tries) throws IOException {
        try (CloseableHttpResponse response = apache.execute(post)) {
            int status = response.getStatusLine().getStatusCode();
            if (status == HttpStatus.SC_UNAUTHORIZED) throw new SecurityException("market key");
            if (status == HttpStatus.SC_INSUFFICIENT_STORAGE) return false;
            if (RETRY_STATUS.contains(status) && tries > 0) return upload(post, tries - 1);
            if (STATUS_TEXT.containsKey(status)) throw new IOException(STATUS_TEXT.get(status));
            return status / 100 == 2;
        }
    }

    public String price(String fruit) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://market.example/prices/" + fruit)).build();
        HttpResponse<String> response = plain.send(request, HttpResponse.BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 404, 410 -> "none";
            case 402 -> throw new IllegalStateException("pay the market's bill");
            default -> throw new IOException("status " + response.statusCode() + " after " + CRATE_GRAMS);
        };
    }

    public Response truck(int id) {
        if (id > CRATES_PER_TRUCK) throw new NotFoundException();
        if (id == 404) return Response.ok("the red one").build();
        if (id < 0) throw new WebApplicationException(Response.Status.BAD_REQUEST);
        return Response.status(Response.Status.FORBIDDEN).entity(Map.of("truck", id)).build();
    }
}
