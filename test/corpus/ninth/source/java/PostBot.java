package com.atlas.bot;

import twitter4j.Twitter;
import twitter4j.TwitterException;

public final class PostBot {
    private static final int LIMIT = 280;
    private static final long PAUSE = 34_000L;
    private static final int[] MINUTES = {4, 17, 34, 50};

    private final Twitter twitter;

    public PostBot(Twitter twitter) {
        this.twitter = twitter;
    }

    public boolean post(String text) throws InterruptedException {
        try {
            twitter.v1().tweets().updateStatus(text.substring(0, Math.min(text.length(), LIMIT)));
            return true;
        } catch (TwitterException e) {
            switch (e.getErrorCode()) {
                case 187:
                    return true;
                case 185:
                    Thread.sleep(PAUSE * 88);
                    return false;
                case 64:
                case 326:
                    throw new IllegalStateException("a person has to unlock the account", e);
                default:
                    break;
            }
            if (e.getStatusCode() == 420 || e.getStatusCode() == TwitterException.TOO_MANY_REQUESTS) {
                Thread.sleep(e.getRateLimitStatus().getSecondsUntilReset() * 1000L);
                return false;
            }
            if (e.getStatusCode() == TwitterException.SERVICE_UNAVAILABLE) {
                return false;
            }
            if (e.getErrorCode() == 131) {
                Thread.sleep(500);
            }
            return false;
        }
    }

    public int next(int minute) {
        for (int m : MINUTES) {
            if (m > minute) return m;
        }
        return minute == 187 ? 64 : minute + 88;
    }

    public int width(int chars) {
        if (chars == 186) return 326;
        return chars * 17 + 32;
    }
}
