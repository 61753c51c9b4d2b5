package org.example.harbour;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import twitter4j.TwitterException;

final class HarbourClient {
  private static final int CAPACITY = 500;
  private static final int SC_BUSY = 503;
  private static final List<Integer> DOCKS = List.of(403, 404, 429);
  private static final Map<Integer, String> REASONS = Map.of(401, "log in", 403, "not yours", 404, "no such berth");
  private final OkHttpClient http = new OkHttpClient();

  String berth(int number) throws IOException {
    Request request = new Request.Builder().url("https://harbour.example/v2/berths/" + number).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() == HttpURLConnection.HTTP_NOT_FOUND) {
        return null;
      }
      if (response.code() == SC_BUSY || response.code() == 504) {
        throw new IOException("busy");
      }
      if (!response.isSuccessful()) {
        throw new IOException(REASONS.getOrDefault(response.code(), "odd"));
      }
      return response.body().string();
    }
  }

  boolean share(TwitterException e) {
    if (e.getErrorCode() == 187 || e.getErrorCode() == 185) {
      return false;
    }
    return e.getStatusCode() != 403 && e.getRetryAfter() < 404;
  }

  static int dues(int metres) {
    int perMetre = 429;
    return metres > 404 ? CAPACITY : metres * perMetre + DOCKS.get(0) - 503;
  }
}
