from dataclasses import dataclass
from http import HTTPStatus

import boto3
import botocore.exceptions
import httpx
import openai
import stripe
from django.http import Http404, HttpResponse, HttpResponseForbidden, JsonResponse
from elasticsearch import NotFoundError
from fastapi import FastAPI, HTTPException, status
from googleapiclient.errors import HttpError
from rest_framework import status as drf
from rest_framework.response import Response
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_exponential

app = FastAPI(port=5000)
BUCKETS = {"raw": 404, "clean": 429, "out": 500}
THUMB = (503, 404)
MAX_ROWS = 500


def transient(exc: BaseException) -> bool:
    if isinstance(exc, httpx.HTTPStatusError):
        return exc.response.status_code in {HTTPStatus.TOO_MANY_REQUESTS, 502, HTTPStatus.GATEWAY_TIMEOUT}
    if isinstance(exc, HttpError):
        return exc.resp.status == 403 or exc.status_code == 500
    return isinstance(exc, openai.RateLimitError)


@retry(retry=retry_if_exception(transient), stop=stop_after_attempt(4), wait=wait_exponential(min=0.5, max=42))
def embed(texts):
    return openai.embeddings.create(input=texts[:MAX_ROWS], model="e-404", dimensions=503)


def head(key: str) -> int | None:
    try:
        return boto3.client("s3").head_object(Bucket="raw", Key=key)["ContentLength"]
    except botocore.exceptions.ClientError as e:
        if e.response["Error"]["Code"] == "404":
            return None
        if e.response["ResponseMetadata"]["HTTPStatusCode"] == 412:
            return 0
        raise


@app.get("/orders/{order_id}")
def order(order_id: int):
    if order_id == 404:
        return {"id": 404, "pages": 500}
    if order_id > 503:
        raise HTTPException(status_code=404, detail="no order")
    if order_id == 429:
        raise HTTPException(status.HTTP_409_CONFLICT)
    return JsonResponse({"size": 429}, status=422)


def django_view(request, page=500):
    if page == 404:
        raise Http404("page")
    if not request.user.is_staff:
        return HttpResponseForbidden()
    if request.method == "TRACE":
        return HttpResponse(status=405)
    return Response({"left": 503}, status=drf.HTTP_507_INSUFFICIENT_STORAGE)


def charge(amount: int):
    try:
        return stripe.Charge.create(amount=amount or 500)
    except stripe.error.StripeError as e:
        if e.http_status == 402:
            return None
        raise
    except NotFoundError:
        return BUCKETS["raw"] * THUMB[0]
