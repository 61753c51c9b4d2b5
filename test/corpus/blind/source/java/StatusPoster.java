package org.example.bot;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import twitter4j.RateLimitStatus;
import twitter4j.Twitter;
import twitter4j.TwitterException;

public class StatusPoster {
    private static final Logger LOG = Logger.getLogger("poster");
    private static final int DUPLICATE_CODE = 187;

    private final Twitter twitter = Twitter.getInstance();

    public void post(List<String> lines) throws InterruptedException {
        for (String line : lines.subList(0, Math.min(lines.size(), 50))) {
            try {
                twitter.v1().tweets().updateStatus(line);
            } catch (TwitterException e) {
                handle(e);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void handle(TwitterException e) throws InterruptedException {
        if (e.getErrorCode() == DUPLICATE_CODE) {
            LOG.info("again the same");
            return;
        }
        if (e.exceededRateLimitation() || e.getErrorCode() == 88) {
            RateLimitStatus limit = e.getRateLimitStatus();
            TimeUnit.SECONDS.sleep(limit == null ? 900 : limit.getSecondsUntilReset());
            return;
        }
        switch (e.getErrorCode()) {
            case 89:
            case 32:
                throw new IllegalStateException("new tokens, please");
            case 326:
            case 64:
                throw new IllegalStateException("the account is stopped");
            default:
                LOG.warning(e.getErrorMessage());
        }
        if (e.getStatusCode() == TwitterException.SERVICE_UNAVAILABLE || e.getStatusCode() == 500) {
            TimeUnit.SECONDS.sleep(32);
        }
    }
}
