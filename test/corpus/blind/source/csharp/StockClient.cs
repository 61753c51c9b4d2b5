using System.Net;
using System.Net.Http.Json;

namespace Shop.Stock;

public sealed class StockClient(HttpClient http)
{
    private static readonly HashSet<HttpStatusCode> Retryable =
    [
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
    ];

    private const int MaxDelay = 5000;

    public async Task<int?> CountAsync(string sku, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var response = await http.GetAsync($"stock/{sku}", cancel);
            if (response.StatusCode == HttpStatusCode.NotFound) return null;
            if (HttpStatusCode.Unauthorized == response.StatusCode)
            {
                throw new InvalidOperationException("the key is wrong");
            }
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadFromJsonAsync<int>(cancel);
            }
            var code = (int)response.StatusCode;
            if (code == 402) throw new InvalidOperationException("pay first");
            if (!Retryable.Contains(response.StatusCode) && code < 500 || attempt == 4)
            {
                response.EnsureSuccessStatusCode();
            }
            var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(Math.Min(500 << attempt, MaxDelay));
            await Task.Delay(wait, cancel);
        }
    }
}
