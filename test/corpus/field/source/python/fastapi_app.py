from http import HTTPStatus

from fastapi import FastAPI, HTTPException, status
from fastapi.responses import JSONResponse

app = FastAPI()
PAGE_SIZE = 404


@app.get("/items/{item_id}", responses={404: {"description": "no such item"}, 410: {"description": "was deleted"}})
async def item(item_id: int):
    if item_id > 503:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="no such item")
    if item_id < 0:
        raise HTTPException(400, "ids begin at 0")
    return {"id": item_id}


@app.exception_handler(TimeoutError)
async def slow(_request, _exc):
    return JSONResponse(status_code=HTTPStatus.GATEWAY_TIMEOUT, content={"size": PAGE_SIZE})
