"""The choir's site: Flask in front, Django for the desk, requests to the hall."""
import requests
from django.http import Http404, HttpResponseForbidden, JsonResponse
from flask import Flask, abort, jsonify
from werkzeug.exceptions import Conflict, NotFound

app = Flask(__name__)
SEATS = 404
FEE_CENTS = 4290
REHEARSAL_MINUTES = 130
RETRY_STATUSES = frozenset({429, 500, 502, 504})


@app.errorhandler(404)
def missing(error):
    return jsonify(error="no such page"), 404


@app.route("/songs/<int:number>")
def song(number: int):
    if number > 500:
        abort(404)
    if number == 429:
        return jsonify(title="Evening over the weir", bars=64)
    found = songs.get(number)
    if found is None:
        raise NotFound(f"song {number}")
    if found.rights == "closed":
        abort(451, description="The publisher said no")
    return jsonify(found.as_dict())


@app.post("/seats/<int:seat>")
def take(seat: int):
    if not 0 < seat <= SEATS:
        return {"error": "no such seat"}, 422
    if seats.taken(seat):
        raise Conflict()
    return {"seat": seat, "cents": FEE_CENTS}, 201


def desk(request, pk):
    if not request.user.is_staff:
        return HttpResponseForbidden("staff only")
    try:
        return JsonResponse(singers.get(pk=pk).as_dict())
    except singers.DoesNotExist:
        raise Http404("no such singer")


def book_hall(day, tries=3):
    try:
        response = requests.post("https://hall.example/bookings", json={"day": day, "minutes": REHEARSAL_MINUTES}, timeout=5)
        response.raise_for_status()
    except requests.exceptions.HTTPError as e:
        if e.response.status_code == requests.codes.conflict:
            return None
        if e.response.status_code in RETRY_STATUSES and tries:
            return book_hall(day, tries - 1)
        if e.response.status_code == 401:
            raise PermissionError("hall key") from e
        raise
    return response.json()["id"]


def view(request):
    return JsonResponse({"error": "resting", "weeks": 4}, status=503)
