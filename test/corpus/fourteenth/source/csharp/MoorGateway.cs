using System.Net;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.Extensions.Http;

namespace Moor.Api;

/// <summary>Asks the price service; a page has 500 rows.</summary>
public sealed class PriceGateway(HttpClient http, ILogger<PriceGateway> log)
{
    private const int PageSize = 500;
    private const int MaxBerth = 404;
    private static readonly int[] Lengths = [400, 404, 429, 500, 503];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(429);

    public static IAsyncPolicy<HttpResponseMessage> Retry() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
            .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(500 * n));

    public async Task<Price?> Find(int berth, CancellationToken token)
    {
        try
        {
            return await http.GetFromJsonAsync<Price>($"v2/prices/{berth}?size={PageSize}", token);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
        catch (HttpRequestException e) when ((int?)e.StatusCode == 401)
        {
            log.LogWarning("token refused for berth {Berth} after {Pause}", berth, Pause);
            throw;
        }
    }

    public static string Explain(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Conflict => "taken",
        HttpStatusCode.PreconditionFailed => "changed meanwhile",
        HttpStatusCode.GatewayTimeout => "slow",
        _ => "unknown",
    };

    public static int Tariff(int length) => length switch
    {
        404 => 4040,
        < 429 => 4290,
        500 or 503 => 5030,
        _ => Lengths.Sum() + length * 42,
    };
}

[ApiController]
[Route("berths")]
public class BerthsController(Store store) : ControllerBase
{
    private const int MaxRows = 503;

    [HttpGet("{no:int}")]
    [ProducesResponseType(typeof(Berth), 200)]
    [ProducesResponseType(404)]
    public IActionResult Get(int no)
    {
        if (no == 404) return Ok(new { no, name = "Hidden berth" });
        var berth = store.Find(no);
        return berth is null ? NotFound() : Ok(berth);
    }

    [HttpPost]
    public IActionResult Book(Booking booking)
    {
        if (booking.Length > 50.4) return StatusCode(422, "at most 50.4 m");
        if (store.Count >= MaxRows) return StatusCode(StatusCodes.Status507InsufficientStorage);
        return Created($"/berths/{booking.No}", booking);
    }
}
