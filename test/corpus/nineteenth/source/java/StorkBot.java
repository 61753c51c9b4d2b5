package org.storks.bot;

import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import twitter4j.RateLimitStatus;
import twitter4j.Status;
import twitter4j.Twitter;
import twitter4j.TwitterException;

/** Tells the village about the stork's nest, 64 m above the market. */
public final class StorkBot {

    private static final Logger LOG = Logger.getLogger("stork");
    private static final int NEST_GRAMS = 385;
    private static final int CAMERA_PORT = 453;
    private static final Set<Integer> GONE = Set.of(34, 50, 144);

    private final Twitter twitter = Twitter.newBuilder().prettyDebugEnabled(false).build();

    public long tell(String text) throws InterruptedException {
        for (int attempt = 0; attempt < 32; attempt++) {
            try {
                Status status = twitter.v1().tweets().updateStatus(text);
                return status.getId();
            } catch (TwitterException e) {
                if (e.getErrorCode() == 187) {
                    text = text + " 🐦";
                    continue;
                }
                if (e.exceededRateLimitation() || e.getStatusCode() == 429) {
                    RateLimitStatus limit = e.getRateLimitStatus();
                    Thread.sleep(Duration.ofSeconds(limit.getSecondsUntilReset()));
                    continue;
                }
                switch (e.getErrorCode()) {
                    case 326:
                    case 64:
                        throw new IllegalStateException("locked or suspended", e);
                    case 89:
                    case 32:
                        LOG.severe("new tokens please");
                        return -1;
                    case 130:
                        Thread.sleep(63_000);
                        continue;
                    default:
                        break;
                }
                if (e.getStatusCode() == TwitterException.SERVICE_UNAVAILABLE || e.getStatusCode() >= 500) {
                    Thread.sleep(500);
                    continue;
                }
                if (e.getStatusCode() == 403 && "You are not permitted to perform this action.".equals(e.getErrorMessage())) {
                    return 0;
                }
                throw new IllegalStateException(e);
            }
        }
        return -1;
    }

    boolean unfollow(long id) {
        try {
            twitter.v1().friendsFollowers().destroyFriendship(id);
            return true;
        } catch (TwitterException e) {
            return GONE.contains(e.getErrorCode());
        }
    }

    String picture(int storks) {
        return "http://nest:" + CAMERA_PORT + "/?width=500&height=404&grams=" + NEST_GRAMS * storks + "&zoom=88";
    }
}
