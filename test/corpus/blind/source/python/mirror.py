import asyncio
import random

import aiohttp

RETRY_STATUSES = {408, 429, 500, 502, 503, 504}
CHUNK = 64 * 1024


class Gone(Exception):
    pass


async def download(session: aiohttp.ClientSession, url: str, target, attempts: int = 4) -> int:
    for attempt in range(attempts):
        try:
            async with session.get(url, raise_for_status=True) as response:
                size = 0
                async for chunk in response.content.iter_chunked(CHUNK):
                    size += target.write(chunk)
                return size
        except aiohttp.ClientResponseError as e:
            match e.status:
                case 404 | 410:
                    raise Gone(url) from e
                case 416:
                    return 0
                case 429:
                    await asyncio.sleep(float(e.headers.get("Retry-After", 5)))
                case status if status in RETRY_STATUSES:
                    await asyncio.sleep(min(30, 2**attempt) + random.random())
                case _:
                    raise
    raise TimeoutError(url)


async def main(urls: list[str]) -> None:
    connector = aiohttp.TCPConnector(limit=50, ttl_dns_cache=500)
    async with aiohttp.ClientSession(connector=connector) as session:
        for n, url in enumerate(urls):
            with open(f"{n:04}.bin", "wb") as f:
                print(n, await download(session, url, f))
