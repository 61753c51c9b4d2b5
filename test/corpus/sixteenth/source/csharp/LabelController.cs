using System.Net;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Xunit;

namespace Ferry.Labels;

[ApiController, Route("labels")]
public sealed class LabelController(HttpClient http) : ControllerBase
{
    private const int MaxGrams = 500;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(404);
    private static readonly int[] Sizes = { 403, 429, 503 };

    [HttpPost]
    [ProducesResponseType(StatusCodes.Status422UnprocessableEntity)]
    public async Task<IActionResult> Create(int grams)
    {
        if (grams > MaxGrams) return StatusCode(413);
        var answer = await http.PostAsync("https://carrier.example/v1/labels", null);
        return answer.StatusCode switch
        {
            HttpStatusCode.Created => Ok(),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => StatusCode(502),
            HttpStatusCode.TooManyRequests => StatusCode(StatusCodes.Status503ServiceUnavailable),
            var code when (int)code >= 500 => Problem(statusCode: 504),
            _ => BadRequest(),
        };
    }

    public static int Price(int grams) => grams == 404 ? 429 : grams * 4 + Sizes[1] % 88;
}

public class LabelTests
{
    [Theory, InlineData(404, 429), InlineData(500, 2077)]
    public void Prices(int grams, int cents) => Assert.Equal(cents, LabelController.Price(grams));

    [Fact]
    public async Task Refuses() => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await new App().Client.PostAsync("/labels?grams=503", null)).StatusCode);
}
