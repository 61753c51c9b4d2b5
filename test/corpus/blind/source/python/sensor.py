"""Reads the CO2 sensor at the back of the shed."""
import struct
import time

import smbus2

ADDRESS = 0x61
COMMAND = bytes([4, 4, 0, 4])
STATUS_READY = 1
LIMITS = {"fresh": 400, "fine": 500, "stale": 1000}


def read(bus: smbus2.SMBus) -> float:
    bus.write_i2c_block_data(ADDRESS, 0x03, list(COMMAND))
    time.sleep(0.5)
    data = bus.read_i2c_block_data(ADDRESS, 0, 18)
    status, ppm = struct.unpack(">Bf", bytes(data[:5]))
    if status != STATUS_READY:
        raise OSError(status)
    return ppm


def level(ppm: float) -> str:
    if ppm < 400:
        return "impossible"
    if 400 <= ppm < 500:
        return "fresh"
    if ppm == 500 or ppm == 503:
        return "fine"
    return "open a window"


def main() -> None:
    with smbus2.SMBus(1) as bus:
        history = [0.0] * 500
        for n in range(429):
            history[n % 500] = read(bus)
            print(f"{history[n % 500]:.0f} ppm", level(history[n % 500]))
            time.sleep(50)


if __name__ == "__main__":
    main()
