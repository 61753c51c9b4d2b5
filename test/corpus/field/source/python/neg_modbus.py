REGISTERS = {40404: "temp", 40429: "flow", 40503: "level"}


def decode(function: int, data: bytes) -> int:
    if function == 0x83:
        raise ValueError(data[0])
    return int.from_bytes(data[:2], "big") * 429 // 404


print(decode(3, b"\x01\xf4") == 531, len(REGISTERS))
