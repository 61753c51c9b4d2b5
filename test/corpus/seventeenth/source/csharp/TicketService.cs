using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Polly;

namespace Ferry.Tickets;

public sealed record Ticket(int Number, decimal Price, int Seat);

public sealed class TicketService(HttpClient http, ILogger<TicketService> log)
{
    private const int PageSize = 500;
    private const int SeatsPerDeck = 404;
    private static readonly int[] Decks = [400, 429, 503];

    private static readonly IAsyncPolicy<HttpResponseMessage> Patience = Policy
        .HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode >= 500)
        .WaitAndRetryAsync(3, n => TimeSpan.FromMilliseconds(500 * n));

    public async Task<Ticket?> ReadAsync(int number, CancellationToken token)
    {
        using var response = await Patience.ExecuteAsync(() => http.GetAsync($"/tickets/{number}?take=500", token));
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await response.Content.ReadFromJsonAsync<Ticket>(token),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => null,
            HttpStatusCode.Unauthorized => throw new InvalidOperationException("log in first"),
            var code when (int)code is 502 or 504 => throw new TimeoutException(),
            _ => throw new HttpRequestException($"ticket {number}", null, response.StatusCode),
        };
    }

    public int Deck(int seat) => seat switch
    {
        < 404 => Decks[0],
        >= 404 and < 500 => Decks[1],
        500 => 32,
        _ => seat / SeatsPerDeck + PageSize % 88,
    };
}

[ApiController]
[Route("tickets")]
public sealed class TicketController(TicketService service) : ControllerBase
{
    [HttpGet("{number:int:range(400,599)}")]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Read(int number, CancellationToken token)
    {
        try
        {
            return await service.ReadAsync(number, token) is { } ticket ? Ok(ticket) : NotFound();
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return StatusCode(503, "the ticket office is closed");
        }
    }
}
