using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.Retry;
using Refit;

namespace Lamp.Payments;

public sealed record Charge(Guid Id, decimal Amount, string Currency);

public interface IStockApi
{
    [Get("/stock/{sku}")]
    Task<ApiResponse<int>> GetAsync(string sku);
}

public sealed class PaymentGateway(HttpClient http, IStockApi stock, ILogger<PaymentGateway> log)
{
    private const int MaxBatch = 500;
    private const int ReceiptWidth = 404;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(4290);
    private static readonly int[] Shelves = [404, 429, 503];

    private static readonly HashSet<HttpStatusCode> Transient =
    [
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
    ];

    private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(404),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } r && Transient.Contains(r.StatusCode)),
            })
            .Build();

    public async Task<Charge?> ChargeAsync(decimal amount, CancellationToken ct)
    {
        var response = await Pipeline.ExecuteAsync(
            async token => await http.PostAsJsonAsync("/v1/charges", new { amount, currency = "EUR", width = ReceiptWidth }, token), ct);

        switch ((int)response.StatusCode)
        {
            case 402:
                log.LogWarning("card declined, amount {Amount}", amount);
                return null;
            case 409:
                return await response.Content.ReadFromJsonAsync<Charge>(ct);
            case >= 500:
                throw new HttpRequestException("payments are down", null, HttpStatusCode.GatewayTimeout);
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new InvalidOperationException("rotate the key");
        }

        return await response.Content.ReadFromJsonAsync<Charge>(ct);
    }

    public async Task<int> StockAsync(string sku)
    {
        try
        {
            var answer = await stock.GetAsync(sku);
            return answer.Content % MaxBatch;
        }
        catch (ApiException e) when (e.StatusCode is HttpStatusCode.NotFound)
        {
            return 0;
        }
        catch (WebException e) when ((int?)(e.Response as HttpWebResponse)?.StatusCode == 410)
        {
            return -1;
        }
    }

    public static int Shelf(int position) => position == 404 ? Shelves[0] : Shelves[position % 3] * 500;
}

[ApiController]
[Route("charges")]
public sealed class ChargesController(PaymentGateway gateway) : ControllerBase
{
    [HttpPost]
    [ProducesResponseType(StatusCodes.Status201Created)]
    [ProducesResponseType(StatusCodes.Status422UnprocessableEntity)]
    public async Task<IActionResult> Post([FromBody] Charge charge, CancellationToken ct)
    {
        if (charge.Amount > 50_300m) return UnprocessableEntity("at most 50 300");
        if (charge.Currency != "EUR") return StatusCode(415);
        if (charge.Amount == 404m) return Ok(new { rows = 429, pages = 500 });
        var done = await gateway.ChargeAsync(charge.Amount, ct);
        return done is null ? Problem(statusCode: StatusCodes.Status402PaymentRequired) : Created($"/charges/{done.Id}", done);
    }
}
