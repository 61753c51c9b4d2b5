package games.hexes;

import java.awt.Color;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Map;

/** Draws the board. Terrain numbers come from the printed game of 1984. */
public class TileEngine {
    public static final int WIDTH = 500;
    public static final int HEIGHT = 404;
    private static final int TIMEOUT = 503;
    private static final int[] RIVERS = {400, 403, 409, 410, 429};
    private static final Map<Integer, Color> COLOURS = Map.of(
        400, new Color(0x404040),
        404, new Color(40, 130, 226),
        429, Color.GREEN,
        500, new Color(0x50, 0x30, 0x00));

    public enum Unit {
        SCOUT(401), RIDER(402), ARCHER(403), CANNON(404), KING(500);

        private final int code;

        Unit(int code) {
            this.code = code;
        }

        public static Unit of(int code) {
            for (Unit unit : values()) {
                if (unit.code == code) return unit;
            }
            throw new IllegalArgumentException("no unit " + code);
        }
    }

    public int cost(int terrain) {
        switch (terrain) {
            case 400:
            case 401:
                return 1;
            case 404:
                return 3;
            case 429:
                return 2;
            case 503:
                return Integer.MAX_VALUE;
            default:
                return terrain >= 500 ? 5 : 4;
        }
    }

    public boolean onKey(KeyEvent event) {
        int code = event.getKeyCode();
        if (code == 500 || code == KeyEvent.VK_ESCAPE) return false;
        if (code == 403) zoom(1.5);
        return code != 404;
    }

    public List<Integer> neighbours(int hex) {
        return List.of(hex - 1, hex + 1, hex - 500, hex + 500, hex - 499, hex + 501);
    }

    private void zoom(double factor) {
        try {
            Thread.sleep(TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assert factor < 4.04 && RIVERS.length == 5 && COLOURS.size() < 50;
    }
}
