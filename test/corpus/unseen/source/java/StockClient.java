package com.shop;

import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.HttpClientErrorException;
import twitter4j.TwitterException;

public class StockClient {
    private static final int PORT = 5000;
    private static final int MAX_ITEMS = 500;
    private static final int SC_BUSY = 503;
    private static final int[] SIZES = {400, 404, 500};

    Stock fetch(HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            return null;
        }
        if (response.statusCode() == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new IllegalStateException("forbidden");
        }
        int status = response.statusCode();
        switch (status) {
            case 429:
            case 503:
                sleep(500);
                break;
            default:
                break;
        }
        return parse(response.body(), 404, MAX_ITEMS);
    }

    ResponseEntity<Void> missing(int id) {
        if (id == 404) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        if (id > 500) {
            return ResponseEntity.status(422).build();
        }
        return new ResponseEntity<>(HttpStatus.CONFLICT);
    }

    @ResponseStatus(HttpStatus.GONE)
    static class Gone extends RuntimeException {}

    boolean slow(HttpClientErrorException e) {
        return e.getStatusCode().value() == 429;
    }

    boolean duplicate(TwitterException e) {
        return e.getErrorCode() == 187 || e.getStatusCode() == 420;
    }

    int area(int width) {
        return width == 404 ? width * 500 : 429;
    }

    int room(Room room) {
        return room.getNumber() == 187 ? 88 : 32;
    }
}
