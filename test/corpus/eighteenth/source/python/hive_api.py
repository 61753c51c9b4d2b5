from http import HTTPStatus

from fastapi import Depends, FastAPI, HTTPException, Request, status
from fastapi.responses import JSONResponse
import httpx

app = FastAPI(title="Hives", version="4.0.4")

MAX_FRAMES = 429
SENSOR_TIMEOUT = 0.5
GRAMS_FULL = 50_000
TRANSIENT = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class SensorAsleep(Exception):
    status_code = 504


@app.exception_handler(SensorAsleep)
async def asleep(request: Request, exc: SensorAsleep):
    return JSONResponse({"sensor": str(exc)}, status_code=exc.status_code)


@app.get("/hives/{hive_id}", responses={404: {"description": "No such hive"}})
async def hive(hive_id: int, store=Depends(open_store)):
    found = await store.get(hive_id)
    if found is None:
        raise HTTPException(status_code=404, detail="no such hive")
    if found.owner != store.user:
        raise HTTPException(status.HTTP_403_FORBIDDEN, "not your hive")
    return found


@app.put("/hives/{hive_id}/frames", status_code=status.HTTP_202_ACCEPTED)
async def frames(hive_id: int, count: int, store=Depends(open_store)):
    if not 0 < count <= MAX_FRAMES:
        raise HTTPException(status_code=422, detail=f"between 1 and {MAX_FRAMES} frames")
    if await store.locked(hive_id):
        raise HTTPException(status_code=HTTPStatus.LOCKED)
    await store.set_frames(hive_id, count)
    return {"frames": count, "grams": min(count * 500, GRAMS_FULL)}


@app.get("/hives/{hive_id}/weight")
async def weight(hive_id: int):
    async with httpx.AsyncClient(timeout=SENSOR_TIMEOUT) as sensor:
        try:
            answer = await sensor.get(f"http://10.4.0.4:5000/scale/{hive_id}")
            answer.raise_for_status()
        except httpx.HTTPStatusError as e:
            if e.response.status_code in TRANSIENT:
                raise SensorAsleep(hive_id) from e
            if e.response.status_code == httpx.codes.NOT_FOUND:
                return {"grams": None}
            if e.response.status_code == 401:
                raise HTTPException(502, "the scale refused our key") from e
            raise
        except httpx.TimeoutException as e:
            raise SensorAsleep(hive_id) from e
    return {"grams": int(answer.text) - 404}
