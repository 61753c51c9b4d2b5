from dataclasses import dataclass, field
from datetime import date
from enum import Enum, IntEnum


class Account(IntEnum):
    """Numbers of the chart of accounts."""

    CASH = 100
    WAGES = 401
    RENT = 403
    TRAVEL = 404
    POSTAGE = 410
    INTEREST = 500
    GIFTS = 503


class State(Enum):
    OPEN = "open"
    FROZEN = "frozen"
    DUPLICATE = "duplicate"
    UNAUTHORIZED = "unauthorized"


@dataclass
class Booking:
    day: date
    account: Account
    cents: int
    state: State = State.OPEN


@dataclass
class Ledger:
    rows: list[Booking] = field(default_factory=list)

    def book(self, day: date, account: int, cents: int) -> Booking:
        row = Booking(day, Account(account), cents)
        if any(r.day == day and r.cents == cents for r in self.rows):
            row.state = State.DUPLICATE
        self.rows.append(row)
        return row

    def rent(self) -> int:
        return sum(r.cents for r in self.rows if r.account == 403 and r.state is not State.FROZEN)


ledger = Ledger()
ledger.book(date(2025, 4, 4), 404, 18700)
ledger.book(date(2025, 5, 3), 503, 5000)
