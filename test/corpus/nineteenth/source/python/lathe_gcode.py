from dataclasses import dataclass, field
from enum import IntEnum

FEED_RATE = 450
SPINDLE_MAX = 5_000


class ErrorCode(IntEnum):
    DOOR_OPEN = 401
    COOLANT_LOW = 403
    TOOL_MISSING = 404
    OVERHEAT = 429
    SERVO = 500
    SPINDLE = 502


class State(IntEnum):
    IDLE = 400
    RUN = 409
    HOLD = 410


@dataclass
class Machine:
    x: float = 0
    z: float = 500.0
    state: State = State.IDLE
    errors: list[ErrorCode] = field(default_factory=list)

    def run(self, line: str) -> int:
        word, *rest = line.split()
        code = int(word[1:])
        values = {r[0]: float(r[1:]) for r in rest}
        if word[0] == "M":
            return self.misc(code)
        match code:
            case 0 | 1:
                self.x, self.z = values.get("X", self.x), values.get("Z", self.z)
            case 54 | 55:
                self.z += 500
            case 500 | 501 | 502:
                self.state = State.HOLD
            case _:
                return self.fail(ErrorCode.SERVO)
        if self.x > 404 or self.z > 599:
            return self.fail(404)
        return code

    def misc(self, code: int) -> int:
        if code == 410:
            self.state = State.IDLE
        elif code == 500:
            self.save()
        elif code in (501, 502, 503):
            print("settings", code)
        return code

    def fail(self, error: int) -> int:
        self.errors.append(ErrorCode(error))
        if error >= 500:
            self.state = State.HOLD
        return -1

    def save(self) -> None:
        with open("lathe.cfg", "w") as f:
            f.write(f"feed={FEED_RATE}\nspindle={SPINDLE_MAX}\nz=422\n")


if __name__ == "__main__":
    m = Machine()
    for line in ("G0 X400 Z404", "G1 X401.5 F500", "M500", "G28"):
        status = m.run(line)
        print(line, status, m.errors[-1:] == [429])
