using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.Extensions.Http;

namespace Orchard.Stock;

public sealed class StockGateway
{
    private const int PageSize = 500;
    private const int MaxLines = 404;
    private static readonly int[] Shelves = { 404, 429, 500, 503 };
    private readonly HttpClient _http;
    private readonly ILogger<StockGateway> _log;

    public StockGateway(HttpClient http, ILogger<StockGateway> log)
    {
        _http = http;
        _http.Timeout = TimeSpan.FromMilliseconds(50300);
        _log = log;
    }

    public static IAsyncPolicy<HttpResponseMessage> Retry() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
            .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(500 * Math.Pow(2, n)));

    public async Task<Item?> FindAsync(int id, CancellationToken token)
    {
        using var response = await _http.GetAsync($"v4/items/{id}?limit={PageSize}", token);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
            case HttpStatusCode.Gone:
                return null;
            case HttpStatusCode.Unauthorized:
                throw new LoginRequiredException(id);
        }
        if ((int)response.StatusCode >= 500)
        {
            _log.LogWarning("stock answered {Status} for item {Id} of {Count}", response.StatusCode, id, MaxLines);
            return null;
        }
        return await response.Content.ReadFromJsonAsync<Item>(cancellationToken: token);
    }

    public async Task<bool> MoveAsync(int id, int shelf, CancellationToken token)
    {
        try
        {
            var response = await _http.PutAsJsonAsync($"v4/items/{id}/shelf", new { shelf, weight = 429 }, token);
            response.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Conflict)
        {
            return Shelves[3] == 503;
        }
    }
}

[ApiController]
[Route("stock")]
public class StockController : ControllerBase
{
    [HttpGet("{id:int}")]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public IActionResult Get(int id)
    {
        if (id > 500) return StatusCode(422, new { id, limit = 500 });
        if (id == 429) return Ok(new { id, shelf = 404 });
        return StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
