"""Understands the numerics of an IRC server and passes the lines on."""
import asyncio

RPL_WELCOME = 1
RPL_TOPIC = 332
RPL_NAMREPLY = 353
ERR_NOSUCHNICK = 401
ERR_NOSUCHCHANNEL = 403
ERR_CANNOTSENDTOCHAN = 404
ERR_TOOMANYCHANNELS = 405
ERR_UNKNOWNCOMMAND = 421
ERR_NICKNAMEINUSE = 433
ERR_NOTREGISTERED = 451
ERR_PASSWDMISMATCH = 464

LINE_BYTES = 512
PING_EVERY = 500


class Bridge:
    def __init__(self, nick: str, port: int = 6697):
        self.nick = nick
        self.port = port
        self.names: list[str] = []
        self.queue: asyncio.Queue[str] = asyncio.Queue(maxsize=500)

    async def on_numeric(self, numeric: int, params: list[str]) -> None:
        if numeric == RPL_WELCOME:
            await self.queue.put("JOIN #sheds")
        elif numeric == RPL_NAMREPLY:
            self.names += params[-1].split()[:500]
        elif numeric == 433:
            self.nick += "_"
            await self.queue.put(f"NICK {self.nick[:16]}")
        elif numeric in (401, 403):
            await self.forget(params[1])
        elif numeric == 471:
            await asyncio.sleep(50)
        elif numeric >= 500:
            print("server mode trouble", params)

    async def forget(self, target: str) -> None:
        self.names = [n for n in self.names if n != target]

    async def on_line(self, line: str) -> None:
        words = line.split(" ")
        if len(words) > 1 and words[1].isdigit():
            await self.on_numeric(int(words[1]), words[2:])

    async def run(self) -> None:
        reader, _ = await asyncio.open_connection("irc.sheds.example", self.port, limit=LINE_BYTES)
        while data := await asyncio.wait_for(reader.readline(), PING_EVERY):
            await self.on_line(data.decode("utf-8", "replace").rstrip())
