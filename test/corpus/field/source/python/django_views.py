from django.http import Http404, HttpResponse, JsonResponse
from rest_framework import status
from rest_framework.response import Response


def order(request, pk):
    if request.method not in ("GET", "POST"):
        return HttpResponse(status=405)
    if pk > 50300:
        raise Http404
    if request.method == "POST" and not request.body:
        return JsonResponse({"error": "empty"}, status=400)
    return JsonResponse({"pk": pk, "rows": 404})


def limited(request):
    return Response({"wait": 29}, status=status.HTTP_429_TOO_MANY_REQUESTS)
