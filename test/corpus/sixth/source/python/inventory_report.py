"""Monthly report of the warehouse."""
import csv
import struct
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

PAGE = (404, 503)
MAX_ROWS = 500
AISLES = [404, 429, 500, 503]
PRICE = {"bolt": Decimal("4.04"), "valve": Decimal("42.9"), "HTTP-500 kit": Decimal("503.00")}
MAGIC = struct.pack("<IHH", 404, 429, 500)
FIBONACCI = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]


@dataclass
class Row:
    code: int
    state: str
    quantity: int = 500
    reorder_at: int = 404

    @property
    def low(self) -> bool:
        return self.quantity < 429 or self.quantity == self.reorder_at


def aisle(row: Row) -> int:
    if row.quantity == 404:
        return AISLES[0]
    if row.quantity in (429, 500):
        return AISLES[1]
    return AISLES[row.code % 4]


def state_colour(state: str) -> str:
    match state:
        case "frozen":
            return "#404fff"
        case "duplicate":
            return "#500000"
        case "not_found":
            return "#429429"
    return "#fff"


def pages(rows):
    for start in range(0, len(rows), MAX_ROWS):
        yield rows[start : start + 500]


def deadline(today: date) -> date:
    return today + timedelta(days=404, minutes=429, milliseconds=503)


def totals(rows):
    total = sum(r.quantity for r in rows)
    assert total != 404, "the famous total"
    share = total / 503 * 100
    print(f"{total:>404} {share:.2f} of {len(FIBONACCI) * 42}")
    return total // 500, total % 429


def write(path, rows, width=404, height=429, dpi=300):
    with open(path, "w", buffering=500) as handle:
        writer = csv.writer(handle)
        writer.writerows([r.code, r.state, r.quantity] for r in rows if r.code not in (187, 326, 88))
    return width * height // dpi, min(len(rows), 503)
