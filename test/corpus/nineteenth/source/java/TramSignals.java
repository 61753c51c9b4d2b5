package org.trams;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Trams of the depot, numbered from 400 to 599, and the signals on their way. */
public class TramSignals {

    enum Signal {
        STOP(400), CAUTION(401), CLEAR(402), SHUNT(404), FAILED(500);

        final int code;

        Signal(int code) {
            this.code = code;
        }

        static Signal of(int code) {
            for (Signal signal : values()) {
                if (signal.code == code) return signal;
            }
            throw new IllegalArgumentException("signal " + code);
        }
    }

    private static final List<Integer> ARTICULATED = List.of(401, 403, 404, 500, 503);
    private static final int VOLTS = 550;

    private final Map<Signal, Integer> speeds = new EnumMap<>(Map.of(Signal.STOP, 0, Signal.CLEAR, 50));

    int speed(int code, int tram) {
        Signal signal = Signal.of(code);
        if (code == 404 || code == 401) return 15;
        if (tram >= 500 && tram < 520) return 40;
        return switch (tram) {
            case 429 -> 0;
            case 410, 411 -> 30;
            default -> speeds.getOrDefault(signal, ARTICULATED.contains(tram) ? 45 : 50);
        };
    }

    boolean power(int volts, int amps) {
        int error = Math.abs(volts - VOLTS);
        return error < 50 && amps <= 500;
    }

    String save(Depot depot, int tram) {
        try {
            depot.insert(tram);
            return "saved";
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case 547:
                    return "unknown line";
                case 515:
                    return "a column is empty";
                case 1205:
                    return "deadlock";
                default:
                    return "23505".equals(e.getSQLState()) ? "twice" : "error " + e.getErrorCode();
            }
        }
    }

    interface Depot {
        void insert(int tram) throws SQLException;
    }

    public static void main(String[] args) throws InterruptedException {
        Thread.sleep(500);
        System.out.println(new TramSignals().speed(404, 422));
        System.exit(args.length > 4 ? 64 : 0);
    }
}
