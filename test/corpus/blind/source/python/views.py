from django.http import Http404, HttpResponse, HttpResponseForbidden, HttpResponseNotFound, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.response import Response

from .models import Album, Photo

MAX_BYTES = 500 * 1024


def album(request, pk):
    try:
        found = Album.objects.get(pk=pk)
    except Album.DoesNotExist:
        raise Http404("no album")
    if found.private and found.owner != request.user:
        return HttpResponseForbidden()
    return render(request, "album.html", {"album": found, "columns": 4, "width": 500})


@require_POST
def upload(request, pk):
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"error": "no file"}, status=400)
    if file.size > MAX_BYTES:
        return HttpResponse("too big", status=413)
    photo = Photo.objects.create(album_id=pk, file=file, width=404)
    return JsonResponse({"id": photo.id}, status=201)


@api_view(["DELETE"])
def remove(request, pk):
    count, _ = Photo.objects.filter(pk=pk, album__owner=request.user).delete()
    if count == 0:
        return Response({"detail": "gone"}, status=status.HTTP_404_NOT_FOUND)
    return Response(status=status.HTTP_204_NO_CONTENT)


def missing(request, exception=None):
    return HttpResponseNotFound("<h1>nothing here</h1>")
