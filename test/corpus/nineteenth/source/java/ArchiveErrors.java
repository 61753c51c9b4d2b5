package org.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.NoSuchElementException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

@RestControllerAdvice
class ArchiveErrors {

    private static final int SHELF_MM = 404;
    private static final long LOCK_MS = 500;

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail missing(NoSuchElementException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler(DuplicateKeyException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    void twice() {}

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<String> invalid(ConstraintViolationException e) {
        return ResponseEntity.status(422).body(e.getMessage());
    }

    @ExceptionHandler(HttpClientErrorException.Unauthorized.class)
    ResponseEntity<Void> upstream() {
        return new ResponseEntity<>(HttpStatus.BAD_GATEWAY);
    }

    @ExceptionHandler(IllegalStateException.class)
    void locked(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "being moved");
    }

    static Box open(Box box, String reader) {
        if (box == null) throw new ResponseStatusException(HttpStatus.GONE, "pulped");
        if (box.isSealed()) throw new ResponseStatusException(HttpStatus.valueOf(451));
        if (!box.mayRead(reader)) throw new HttpClientErrorException(HttpStatus.FORBIDDEN);
        return box.width() > SHELF_MM ? box.fold(LOCK_MS) : box;
    }

    static boolean stillThere(HttpURLConnection link) throws IOException {
        int code = link.getResponseCode();
        return code != HttpURLConnection.HTTP_NOT_FOUND && code != HttpURLConnection.HTTP_GONE && code < 500;
    }
}
