package org.example.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class ShelfRepository {
    public enum Outcome { FOUND, NOT_FOUND, DUPLICATE, FROZEN, FORBIDDEN }

    private final Map<Integer, String> shelves = new HashMap<>(500);

    public ShelfRepository() {
        shelves.put(404, "bolts");
        shelves.put(429, "nuts");
        shelves.put(500, "washers");
        shelves.put(503, "screws");
    }

    public Optional<String> at(int shelf) {
        return Optional.ofNullable(shelves.get(shelf));
    }

    public Outcome add(int shelf, String what) {
        if (shelf > 599) {
            return Outcome.NOT_FOUND;
        }
        if (shelf == 500 || shelf == 503) {
            return Outcome.FROZEN;
        }
        return shelves.putIfAbsent(shelf, what) == null ? Outcome.FOUND : Outcome.DUPLICATE;
    }

    public boolean isProblem(Outcome outcome) {
        return switch (outcome) {
            case NOT_FOUND, DUPLICATE -> true;
            case FROZEN, FORBIDDEN -> false;
            default -> false;
        };
    }

    public List<String> firstRow() {
        return List.of(shelves.get(404), shelves.get(429));
    }
}
