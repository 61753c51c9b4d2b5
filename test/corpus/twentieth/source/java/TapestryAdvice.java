package org.weavers.tapestry.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.server.ResponseStatusException;
import org.weavers.tapestry.loan.AlreadyOnLoan;
import org.weavers.tapestry.loan.TooManyLoans;
import org.weavers.tapestry.store.PanelMissing;
import org.weavers.tapestry.store.StoreClosed;

@RestControllerAdvice
class TapestryAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(TapestryAdvice.class);
  private static final Duration PAUSE = Duration.ofSeconds(450);
  private static final int MAX_DETAIL = 500;

  @ExceptionHandler(PanelMissing.class)
  ProblemDetail missing(PanelMissing e) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    problem.setType(URI.create("https://tapestry.example/problems/panel-missing"));
    return problem;
  }

  @ExceptionHandler(AlreadyOnLoan.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  Body onLoan(AlreadyOnLoan e) {
    return new Body("on loan until " + e.until(), e.panel());
  }

  @ExceptionHandler(TooManyLoans.class)
  ResponseEntity<Body> tooMany(TooManyLoans e) {
    return ResponseEntity.status(429)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()))
        .body(new Body("at most " + e.allowed() + " panels", null));
  }

  @ExceptionHandler(ConstraintViolationException.class)
  ResponseEntity<Body> invalid(ConstraintViolationException e) {
    String text = e.getMessage();
    String shown = text.length() > MAX_DETAIL ? text.substring(0, MAX_DETAIL) : text;
    return ResponseEntity.unprocessableEntity().body(new Body(shown, null));
  }

  @ExceptionHandler(StoreClosed.class)
  void closed(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the store is closed");
  }

  @ExceptionHandler(HttpServerErrorException.ServiceUnavailable.class)
  ResponseEntity<Body> printer(HttpServerErrorException e) {
    // the printer of labels answers 503 while it warms up
    return ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(new Body("no labels now", null));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Body> rest(Exception e) {
    if (e instanceof ResponseStatusException known && known.getStatusCode().value() < 500) {
      return ResponseEntity.status(known.getStatusCode()).body(new Body(known.getReason(), null));
    }
    LOG.error("tapestry", e);
    return new ResponseEntity<>(new Body("broken thread", null), HttpStatus.INTERNAL_SERVER_ERROR);
  }

  record Body(String message, Integer panel) {}
}
