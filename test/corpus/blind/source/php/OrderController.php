<?php

namespace App\Http\Controllers;

use App\Http\Requests\StoreOrder;
use App\Models\Order;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\RateLimiter;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;

class OrderController extends Controller
{
    public function show(int $id): JsonResponse
    {
        $order = Order::find($id);
        abort_if($order === null, 404);
        abort_unless(auth()->user()?->can('view', $order), 403, 'Not yours');

        return response()->json($order);
    }

    public function store(StoreOrder $request): JsonResponse
    {
        if (RateLimiter::tooManyAttempts('orders', 50)) {
            throw new TooManyRequestsHttpException(64);
        }
        if (count($request->items) > 500) {
            return response()->json(['message' => 'too many items'], Response::HTTP_UNPROCESSABLE_ENTITY);
        }
        $charge = Http::timeout(50)->retry(3, 500)->post('https://pay.example.org/charges', $request->validated());
        if ($charge->status() === 402) {
            return response()->json(['message' => 'card refused'], 402);
        }
        if ($charge->serverError()) {
            abort(Response::HTTP_BAD_GATEWAY);
        }

        return response()->json(Order::create($request->validated()), 201);
    }

    public function destroy(Request $request, int $id): Response
    {
        $deleted = Order::where('id', $id)->where('weight', '<', 500)->delete();

        return response()->noContent($deleted ? 204 : Response::HTTP_NOT_FOUND);
    }
}
