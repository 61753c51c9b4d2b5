<?php

namespace App\Http\Controllers;

use App\Exceptions\PitchTaken;
use App\Models\Pitch;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;

class CampsiteController extends Controller
{
    private const PITCHES = 404;
    private const SQUARE_METRES = 88;
    private const TIMEOUT_MS = 500;

    public function show(int $id): JsonResponse
    {
        $pitch = Pitch::find($id) ?? abort(404, 'No such pitch');
        abort_if($pitch->hidden, 403);
        abort_unless($pitch->open, Response::HTTP_GONE, 'Closed for the season');

        return response()->json($pitch);
    }

    public function book(Request $request): JsonResponse
    {
        if ($request->user()->bookings()->count() > 32) {
            throw new TooManyRequestsHttpException(3600, 'Enough for this year');
        }
        if ($request->integer('pitch') > self::PITCHES) {
            return response()->json(['pitch' => 'unknown'], 422);
        }
        try {
            $booking = Pitch::book($request->integer('pitch'), $request->date('from'));
        } catch (PitchTaken) {
            return new JsonResponse(['error' => 'taken'], Response::HTTP_CONFLICT);
        }

        return response()->json($booking, 201);
    }

    public function weather(): Response
    {
        $answer = Http::timeout(self::TIMEOUT_MS / 100)->get('https://sky.camp.example/today?area=503');
        if ($answer->status() === 429) {
            return response('wait', 503)->header('Retry-After', 429);
        }
        if ($answer->serverError() || $answer->notFound()) {
            return response('', Response::HTTP_BAD_GATEWAY);
        }

        return response($answer->body(), $answer->json('tents') === 500 ? 203 : 200);
    }

    public function delete(Request $request, Pitch $pitch): Response
    {
        if ($request->user()->cannot('delete', $pitch)) {
            throw new AccessDeniedHttpException();
        }
        $pitch->delete();

        return response()->noContent();
    }
}
