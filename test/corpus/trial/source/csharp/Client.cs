using System.Net;

public sealed class OrdersClient(HttpClient http)
{
    private const int Page = 500;

    public async Task<Order?> LoadAsync(int id)
    {
        using var response = await http.GetAsync($"orders/{id}?size=404");
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(500);
        }
        return (int)response.StatusCode switch
        {
            404 => null,
            >= 500 => throw new InvalidOperationException(),
            _ => await response.Content.ReadFromJsonAsync<Order>(),
        };
    }

    public static bool Big(int n) => n is > 404 and < 503;
    public void Fail() => throw new HttpRequestException("gone", null, HttpStatusCode.Gone);
}
