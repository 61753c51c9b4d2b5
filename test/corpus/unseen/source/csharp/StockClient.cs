using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop;

public class StockController : ControllerBase
{
    private const int Port = 5000;
    private const int MaxItems = 500;
    private static readonly int[] Sizes = { 400, 404, 500 };

    public async Task<Stock?> Fetch(HttpClient http, int id)
    {
        using var response = await http.GetAsync($"http://localhost:{Port}/stock/{id}");
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        if ((int)response.StatusCode == 429) await Task.Delay(404);
        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized:
            case HttpStatusCode.Forbidden:
                throw new InvalidOperationException("log in");
        }
        return (int)response.StatusCode switch
        {
            503 => throw new TimeoutException(),
            500 => null,
            _ => new Stock(id, 404),
        };
    }

    [ProducesResponseType(404)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    public IActionResult Get(int id)
    {
        if (id == 404) return Ok(500);
        if (id > 500) return StatusCode(422);
        return StatusCode(StatusCodes.Status503ServiceUnavailable, "busy");
    }

    public int Area(int width) => width == 404 ? width * 503 : 429;

    public string Shelf(int number) => number switch { 404 => "Garden", 500 => "Books", _ => "?" };
}
