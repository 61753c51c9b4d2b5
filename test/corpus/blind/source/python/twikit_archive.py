import asyncio
import json
from pathlib import Path

import twikit
from twikit.errors import AccountLocked, NotFound, TooManyRequests

COOKIES = Path("cookies.json")
client = twikit.Client("en-US")


async def pages(name: str, wanted: int = 500):
    user = await client.get_user_by_screen_name(name)
    page = await user.get_tweets("Tweets", count=50)
    got = 0
    while page and got < wanted:
        for tweet in page:
            yield tweet
            got += 1
        try:
            page = await page.next()
        except TooManyRequests as e:
            await asyncio.sleep(max(0, e.rate_limit_reset - asyncio.get_running_loop().time()))
        except twikit.errors.TwitterException as e:
            if getattr(e, "code", None) in (32, 353):
                COOKIES.unlink()
                raise
            if e.status == 503:
                await asyncio.sleep(5)
            else:
                raise


async def main(name: str):
    client.load_cookies(COOKIES)
    try:
        rows = [{"id": t.id, "text": t.text} async for t in pages(name)]
    except NotFound:
        raise SystemExit(f"{name}: no such user")
    except AccountLocked:
        raise SystemExit("unlock the account in a browser")
    Path(f"{name}.json").write_text(json.dumps(rows))


asyncio.run(main("nasa"))
