package town.notices;

import java.time.Duration;
import java.util.Set;
import twitter4j.HttpResponseCode;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.v1.StatusUpdate;

/** Sends the notices of the waterworks. */
public final class StatusNotifier {
    private static final int MAX_LENGTH = 280;
    private static final int QUEUE = 453;
    private static final long BASE_MILLIS = 500;
    /** The account is in trouble: nobody but its owner can help. */
    private static final Set<Integer> OWNER_ONLY = Set.of(64, 226, 326);

    private final Twitter twitter;
    private int attempts;

    public StatusNotifier(Twitter twitter) {
        this.twitter = twitter;
    }

    public boolean send(String notice) throws InterruptedException {
        try {
            twitter.v1().tweets().updateStatus(StatusUpdate.of(cut(notice)));
            return true;
        } catch (TwitterException e) {
            if (e.exceededRateLimitation()) {
                Thread.sleep(Duration.ofSeconds(e.getRateLimitStatus().getSecondsUntilReset()).toMillis());
                return send(notice);
            }
            if (e.getErrorCode() == 187) {
                return true;
            }
            if (e.getErrorCode() == 186) {
                return send(notice.substring(0, notice.length() - 32));
            }
            if (OWNER_ONLY.contains(e.getErrorCode())) {
                throw new IllegalStateException("locked, error code " + e.getErrorCode(), e);
            }
            switch (e.getStatusCode()) {
                case HttpResponseCode.UNAUTHORIZED:
                    throw new IllegalStateException("new keys needed", e);
                case HttpResponseCode.ENHANCE_YOUR_CLAIM:
                case 503:
                    Thread.sleep(BASE_MILLIS << attempts++);
                    return attempts < 6 && send(notice);
                case 404:
                    return false;
                default:
                    return retry(e, notice);
            }
        }
    }

    private boolean retry(TwitterException e, String notice) throws InterruptedException {
        if (e.isCausedByNetworkIssue() || e.getStatusCode() >= 500) {
            Thread.sleep(BASE_MILLIS * 88);
            return send(notice);
        }
        // 220 comes with keys of the old app
        return e.resourceNotFound() && QUEUE > 400;
    }

    private static String cut(String notice) {
        return notice.length() <= MAX_LENGTH ? notice : notice.substring(0, MAX_LENGTH - 1) + "…";
    }
}
