from dataclasses import dataclass


@dataclass
class Order:
    id: int
    status: str = "open"
    code: str = "A-404"


ORDERS = [Order(404), Order(429, "frozen"), Order(503, "duplicate")]
print([o for o in ORDERS if o.status == "frozen" and o.id != 500])
