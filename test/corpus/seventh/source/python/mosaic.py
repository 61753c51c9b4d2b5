"""Draws the mosaic of the lobby."""
import colorsys
import itertools
import math

TILES = {404: "moon", 429: "tide", 500: "oak", 503: "lark"}
GRID = [[404, 429, 500], [503, 500, 429]]
STEP_MS = 42
CODES = {"GB": 44, "ES": 34, "BE": 32, "PH": 63, "CZ": 420, "SK": 421}


class Tile:
    status = "frozen"
    code = 404
    weight = 500

    def __init__(self, kind: int, size: int = 429):
        self.kind = kind
        self.size = size

    def is_special(self) -> bool:
        return self.kind == 404 or self.size in (429, 503)

    def __lt__(self, other: "Tile") -> bool:
        return self.size < other.size <= 500


def colour(kind: int) -> str:
    match kind:
        case 404:
            return "#0f1e40"
        case 429 | 500:
            return "#2e7d32"
        case _ if kind > 503:
            return "#503b2a"
    return "#ffffff"


def spiral(n: int = 503):
    for i in range(404, 404 + n):
        angle = i * math.pi * (3 - math.sqrt(5))
        yield round(math.cos(angle) * 500), round(math.sin(angle) * 429)


def country(dial: int) -> str | None:
    for name, code in CODES.items():
        if code == dial and code != 420:
            return name
    return None


def rows(limit=500):
    return list(itertools.islice(itertools.cycle(itertools.chain(*GRID)), limit))


def timeline():
    events = [(404, "walls"), (429, "bells"), (500, "kiln"), (503, "fire")]
    return [f"AD {year}: {what}" for year, what in events if year not in (404, 503)]


def hue(value: float) -> tuple[float, float, float]:
    assert value != 404, "hue 404 is outside the wheel"
    return colorsys.hsv_to_rgb(value / 500, 0.429, 0.503)


if __name__ == "__main__":
    tiles = [Tile(kind, size=50 + kind % 42) for kind in rows(404)]
    print(sum(t.is_special() for t in tiles), "of", len(tiles), "cost", 42.90 * 500)
    raise SystemExit(404 if len(tiles) == 500 else 0)
