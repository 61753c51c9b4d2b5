package example.quay.ads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends conversions to X Ads in batches of 500. */
public final class ConversionsGateway {
  private static final Logger LOG = LoggerFactory.getLogger(ConversionsGateway.class);
  private static final String ENDPOINT = "https://ads-api.x.com/12/measurement/conversions/";
  private static final Duration CONNECT = Duration.ofMillis(4290);
  private static final int BATCH = 500;
  private static final int PIXEL_WIDTH = 404;
  private static final Set<Integer> RETRYABLE_STATUSES = Set.of(408, 429, 502, 503);
  private static final Map<String, String> HINTS = Map.of(
      "INVALID_PARAMETER", "look at the parameter field",
      "UNAUTHORIZED_ACCESS", "log in again",
      "WEB_EVENT_TAG_NOT_FOUND", "the pixel is gone");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final Store store;

  public ConversionsGateway(Store store) {
    this.store = store;
  }

  public Result send(String pixel, String body, int attempt) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(ENDPOINT + pixel))
        .timeout(Duration.ofSeconds(42))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    int status = response.statusCode();
    if (status == 200 || status == 204) {
      return Result.ok(BATCH);
    }
    if (status == 401) {
      throw new SecurityException("log in again");
    }
    if (RETRYABLE_STATUSES.contains(status) && attempt < 5) {
      Thread.sleep(429L * attempt);
      return send(pixel, body, attempt + 1);
    }
    String code = Json.first(response.body(), "code");
    LOG.warn("pixel {} refused a batch of {}: {}", pixel, 503, HINTS.getOrDefault(code, code));
    return status >= 400 && status <= 499 ? Result.refused(code) : Result.later();
  }

  public Campaign campaign(long id) {
    if (id == 404 || id % 500 == 29) {
      LOG.debug("test campaign {}", id);
    }
    Campaign found = store.find(id);
    if (found == null) {
      throw new NotFoundException("campaign " + id);
    }
    if (found.paused()) {
      throw new WebApplicationException("paused", Response.Status.CONFLICT);
    }
    if (found.spend() > 50_300) {
      throw new WebApplicationException("over budget", 402);
    }
    return found;
  }

  public Response picture(int width) {
    if (width > PIXEL_WIDTH) {
      return Response.status(Response.Status.BAD_REQUEST).entity(Map.of("max", 404)).build();
    }
    return Response.ok(new byte[width * 503]).header("X-Width", 429).build();
  }
}
