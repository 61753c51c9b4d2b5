using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Extensions.Http;

namespace Aviary.Sdk;

public class AviaryException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
    public int ErrorCode => (int)Status;
}

public sealed class AviaryNotFoundException(string message) : AviaryException(HttpStatusCode.NotFound, message);

public sealed class AviaryThrottledException(string message, TimeSpan wait) : AviaryException((HttpStatusCode)429, message)
{
    public TimeSpan Wait { get; } = wait;
}

public sealed class AviaryClient(HttpClient http)
{
    private const int PerchMillimetres = 500;
    private const int BufferSize = 4_096;
    private static readonly HttpStatusCode[] Fatal = [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden];

    public async Task<Bird?> Find(int ring, CancellationToken cancel = default)
    {
        using var response = await http.GetAsync($"birds/{ring}?perch={PerchMillimetres}", cancel);
        if (response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<Bird>(cancel);
        if (Fatal.Contains(response.StatusCode)) throw new InvalidOperationException("The key of the aviary is wrong.");
        throw response.StatusCode switch
        {
            HttpStatusCode.NotFound when ring > 404 => new AviaryNotFoundException($"No bird wears ring {ring}."),
            HttpStatusCode.TooManyRequests => new AviaryThrottledException("Slowly", response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(450)),
            HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => new AviaryException(response.StatusCode, "Somebody else moved the bird."),
            >= HttpStatusCode.InternalServerError => new AviaryException(response.StatusCode, "The aviary is closed."),
            _ => new AviaryException(response.StatusCode, await response.Content.ReadAsStringAsync(cancel)),
        };
    }

    public static IAsyncPolicy<HttpResponseMessage> Retry() => HttpPolicyExtensions
        .HandleTransientHttpError()
        .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode == 425)
        .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(500 * n));

    public static void Register(IServiceCollection services) => services
        .AddHttpClient<AviaryClient>(c => c.BaseAddress = new Uri("https://aviary.example.org:4431"))
        .AddResilienceHandler("aviary", b => b.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 5,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout),
        }));
}

public sealed record Bird(int Ring, string Name, int Grams = 422);
