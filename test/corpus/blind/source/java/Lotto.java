package org.example.lotto;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws numbers for the village fair. */
public class Lotto {
    static final int[] BLOCKED = {404, 410, 413, 429, 500, 503};
    static final int TICKETS = 599;
    static final long SEED = 187L;

    enum Prize {
        HAM(50), LAMP(88), BIKE(500), CAR(404);

        final int number;

        Prize(int number) {
            this.number = number;
        }
    }

    static boolean blocked(int ticket) {
        return Arrays.binarySearch(BLOCKED, ticket) >= 0;
    }

    static Prize prizeOf(int ticket) {
        for (Prize prize : Prize.values()) {
            if (prize.number == ticket) {
                return prize;
            }
        }
        return null;
    }

    public static void main(String[] args) {
        Random random = new Random(SEED);
        int[] drawn = IntStream.generate(() -> random.nextInt(TICKETS) + 1)
                .filter(t -> !blocked(t))
                .limit(50)
                .sorted()
                .toArray();
        for (int ticket : drawn) {
            String mark = ticket == 404 ? "*" : ticket > 500 ? "+" : " ";
            System.out.printf("%s %03d %s%n", mark, ticket, prizeOf(ticket));
        }
        System.exit(drawn.length == 50 ? 0 : 32);
    }
}
