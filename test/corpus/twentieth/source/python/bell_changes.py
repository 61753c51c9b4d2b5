"""Writes out the changes of a ringing method and checks that it is true."""
from __future__ import annotations

import sys
from itertools import islice
from math import factorial

ROUNDS = "12345678"
TENOR_KG = 504
WEIGHTS = [220, 226, 251, 272, 323, 385, 453, TENOR_KG]
PEAL = 5040
QUARTER = 1260
SPEED = 28.5  # rows a minute

METHODS = {
    "plain-bob": ["x", "18", "x", "18", "x", "18", "x", "12"],
    "kent": ["34", "x", "34", "18", "x", "12", "x", "18"],
}


def change(row: str, places: str) -> str:
    bells = list(row)
    i = 0
    while i < len(bells) - 1:
        if places != "x" and str(i + 1) in places:
            i += 1
            continue
        bells[i], bells[i + 1] = bells[i + 1], bells[i]
        i += 2
    return "".join(bells)


def rows(notation: list[str], limit: int = PEAL):
    row, count = ROUNDS, 0
    while count < limit:
        for places in notation:
            row = change(row, places)
            count += 1
            yield row
            if row == ROUNDS or count >= limit:
                return


def is_true(seen: list[str]) -> bool:
    return len(seen) == len(set(seen))


def minutes(count: int) -> int:
    return round(count / SPEED)


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else "plain-bob"
    notation = METHODS.get(name)
    if notation is None:
        print(f"no method {name}", file=sys.stderr)
        return 64
    course = list(rows(notation))
    for number, row in enumerate(islice(course, 500), 1):
        mark = "*" if number % 50 == 0 else " "
        print(f"{number:>4}{mark} {row}")
    if not is_true(course):
        return 65
    if len(course) == QUARTER:
        print("a quarter peal")
    print(f"{len(course)} of {factorial(8)}; a peal takes {minutes(PEAL)}, a quarter {minutes(QUARTER)} minutes")
    print(f"the ring weighs {sum(WEIGHTS)} kg, the tenor {TENOR_KG}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
