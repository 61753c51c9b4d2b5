from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response, status
from fastapi.responses import JSONResponse

from .deps import Limiter, Store, limiter, store

app = FastAPI(title="items", version="4.0.4")


@app.exception_handler(TimeoutError)
async def timed_out(request: Request, exc: TimeoutError) -> JSONResponse:
    return JSONResponse({"detail": "too slow"}, status_code=504)


@app.get(
    "/items/{item_id}",
    responses={404: {"description": "no such item"}, 429: {"description": "too fast"}},
)
async def read(item_id: int, db: Annotated[Store, Depends(store)]):
    item = await db.get(item_id)
    if item is None:
        raise HTTPException(status_code=404, detail="no such item")
    if item.deleted:
        raise HTTPException(status.HTTP_410_GONE)
    return item


@app.get("/items")
async def listing(
    db: Annotated[Store, Depends(store)],
    limits: Annotated[Limiter, Depends(limiter)],
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
):
    if not limits.take(limit):
        raise HTTPException(
            status_code=status.HTTP_429_TOO_MANY_REQUESTS,
            headers={"Retry-After": str(limits.wait)},
        )
    return await db.page(limit)


@app.delete("/items/{item_id}", status_code=204)
async def remove(item_id: int, response: Response, db: Annotated[Store, Depends(store)]):
    if not await db.remove(item_id):
        response.status_code = status.HTTP_409_CONFLICT
