package org.example.crawl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpClient;
import org.apache.http.client.HttpResponseException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.util.EntityUtils;

public class ApacheFetcher {
    private final HttpClient client;
    private final RequestConfig config =
            RequestConfig.custom().setConnectTimeout(500).setSocketTimeout(5000).setMaxRedirects(4).build();

    public ApacheFetcher(HttpClient client) {
        this.client = client;
    }

    public String fetch(String url) throws IOException {
        HttpGet get = new HttpGet(url);
        get.setConfig(config);
        HttpResponse response = client.execute(get);
        int rc = response.getStatusLine().getStatusCode();
        String body = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
        if (rc == HttpStatus.SC_OK) {
            return body;
        }
        if (response.getStatusLine().getStatusCode() == 404) {
            return "";
        }
        if (rc == HttpStatus.SC_FORBIDDEN || rc == 451) {
            throw new SecurityException(url);
        }
        if (rc == HttpStatus.SC_SERVICE_UNAVAILABLE && body.length() < 500) {
            throw new HttpResponseException(HttpStatus.SC_SERVICE_UNAVAILABLE, "down: " + body);
        }
        String kind = switch (rc) {
            case 429 -> "limited";
            case 500, 502, 504 -> "broken";
            default -> rc >= 400 && rc < 500 ? "ours" : "theirs";
        };
        throw new IOException(kind + " " + rc);
    }
}
