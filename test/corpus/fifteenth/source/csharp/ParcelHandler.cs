using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.Retry;

namespace Orchard.Parcels;

public sealed class ParcelOptions
{
    public int TimeoutMs { get; init; } = 5000;
    public int PageSize { get; init; } = 500;
    public int MaxWeightGrams { get; init; } = 40400;
}

public static class ParcelPolicies
{
    private static readonly HashSet<HttpStatusCode> Transient = new()
    {
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.GatewayTimeout,
    };

    public static AsyncRetryPolicy<HttpResponseMessage> Retry() =>
        Policy<HttpResponseMessage>
            .HandleResult(r => Transient.Contains(r.StatusCode) || (int)r.StatusCode >= 500)
            .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(429 * n));
}

[ApiController, Route("parcels")]
public sealed class ParcelController(HttpClient http, ILogger<ParcelController> log) : ControllerBase
{
    [HttpGet("{id:int}")]
    [ProducesResponseType(typeof(Parcel), 200)]
    [ProducesResponseType(404)]
    public async Task<IActionResult> Get(int id)
    {
        using var answer = await http.GetAsync($"labels/{id}?limit=500");
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK:
                return Ok(await answer.Content.ReadFromJsonAsync<Parcel>());
            case HttpStatusCode.NotFound:
                return NotFound();
            case HttpStatusCode.Unauthorized:
                log.LogWarning("carrier token expired after {Seconds} s", 503);
                return StatusCode(502, new { error = "carrier login" });
        }
        return StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    [HttpPost]
    public IActionResult Post(Parcel parcel)
    {
        if (parcel.Grams > 40400 || parcel.Width > 404)
            return Problem(statusCode: 413, title: "too heavy");
        if (parcel.Items.Count == 500)
            return Conflict(new { max = 499 });
        Response.Headers.RetryAfter = "42";
        return Accepted(new { id = 404 });
    }
}

public sealed record Parcel(int Id, int Grams, int Width, List<string> Items);
