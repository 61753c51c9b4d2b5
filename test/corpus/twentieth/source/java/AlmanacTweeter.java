package org.almanac.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import twitter4j.Status;
import twitter4j.Twitter;
import twitter4j.TwitterException;

/** Tweets the sayings of the almanac, and likes what readers answer. */
final class AlmanacTweeter {
  private static final Logger LOG = Logger.getLogger("almanac");
  private static final int DUPLICATE = 187;
  private static final int TOO_LONG = 186;
  private static final Set<Integer> DEAD = Set.of(32, 64, 89, 261);
  private static final int SAYINGS = 366;
  private static final Duration REST = Duration.ofMinutes(99);

  private final Twitter twitter;
  private Instant notBefore = Instant.EPOCH;

  AlmanacTweeter(Twitter twitter) {
    this.twitter = twitter;
  }

  boolean say(String text) {
    if (Instant.now().isBefore(notBefore)) {
      return false;
    }
    try {
      Status status = twitter.v1().tweets().updateStatus(text);
      LOG.info(() -> "said " + status.getId());
      return true;
    } catch (TwitterException e) {
      if (e.getErrorCode() == DUPLICATE) {
        return true;
      }
      if (e.getErrorCode() == TOO_LONG && text.length() > 140) {
        return say(text.substring(0, 139) + "…");
      }
      if (e.exceededRateLimitation() || e.getStatusCode() == 429) {
        notBefore = Instant.now().plusSeconds(e.getRetryAfter() > 0 ? e.getRetryAfter() : 900);
        return false;
      }
      if (DEAD.contains(e.getErrorCode())) {
        throw new IllegalStateException("log in again", e);
      }
      if (e.getStatusCode() == TwitterException.SERVICE_UNAVAILABLE || e.getStatusCode() == 504) {
        notBefore = Instant.now().plus(REST);
      }
      LOG.log(Level.WARNING, "not said", e);
      return false;
    }
  }

  int like(List<Long> answers) {
    int liked = 0;
    for (long id : answers.subList(0, Math.min(50, answers.size()))) {
      try {
        twitter.v1().favorites().createFavorite(id);
        liked++;
      } catch (TwitterException e) {
        switch (e.getErrorCode()) {
          case 139 -> liked++;
          case 144, 179 -> LOG.fine("gone or private: " + id);
          default -> {
            if (e.getStatusCode() != TwitterException.FORBIDDEN) {
              return liked;
            }
          }
        }
      }
    }
    return liked;
  }

  static int sayingOf(int dayOfYear) {
    return (dayOfYear * 215 + 63) % SAYINGS;
  }
}
