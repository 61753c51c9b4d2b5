<?php

namespace Tests\Feature;

use App\Models\Packet;
use App\Models\User;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\Http;
use Tests\TestCase;

class SeedExchangeTest extends TestCase
{
    use RefreshDatabase;

    private const SEEDS = 453;

    public function test_a_packet_can_be_offered(): void
    {
        $user = User::factory()->create();
        $this->actingAs($user)
            ->postJson('/api/packets', ['plant' => 'borage', 'seeds' => self::SEEDS, 'year' => 2024])
            ->assertCreated()
            ->assertJsonPath('seeds', 453);
    }

    public function test_guests_offer_nothing(): void
    {
        $this->postJson('/api/packets', ['plant' => 'borage'])->assertStatus(401);
        $this->deleteJson('/api/packets/50')->assertUnauthorized();
    }

    public function test_only_the_owner_withdraws(): void
    {
        $packet = Packet::factory()->create(['seeds' => 500]);
        $this->actingAs(User::factory()->create())
            ->deleteJson("/api/packets/{$packet->id}")
            ->assertStatus(Response::HTTP_FORBIDDEN);
    }

    public function test_plants_have_names(): void
    {
        $response = $this->actingAs(User::factory()->create())->postJson('/api/packets', ['seeds' => -1]);
        $response->assertStatus(422)->assertJsonValidationErrors(['plant', 'seeds']);
    }

    public function test_a_packet_goes_once(): void
    {
        $packet = Packet::factory()->taken()->create();
        $this->actingAs(User::factory()->create())
            ->postJson("/api/packets/{$packet->id}/take")
            ->assertStatus(Response::HTTP_CONFLICT);
        $this->getJson('/api/packets/99999')->assertNotFound();
    }

    public function test_the_herbarium_is_asked_again(): void
    {
        Http::fake([
            'herbarium.example/*' => Http::sequence()
                ->pushStatus(503)
                ->push(['message' => 'slow'], 429, ['Retry-After' => '1'])
                ->push(['latin' => 'Borago officinalis', 'height' => 64]),
        ]);
        $this->getJson('/api/plants/borage')->assertOk()->assertJsonPath('height', 64);
        Http::assertSentCount(3);
    }

    public function test_the_herbarium_does_not_know(): void
    {
        Http::fake(['herbarium.example/*' => Http::response('', 404)]);
        $this->getJson('/api/plants/triffid')->assertStatus(404);
    }

    public function test_the_herbarium_is_closed(): void
    {
        Http::fake(['herbarium.example/*' => Http::response(status: 500)]);
        $this->getJson('/api/plants/borage')->assertStatus(502);
    }
}
