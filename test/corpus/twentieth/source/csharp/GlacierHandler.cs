using System.Net;
using System.Net.Http.Json;
using Polly;
using Polly.Retry;

namespace Glacier.Client;

public sealed class GlacierException(string message, HttpStatusCode? status = null) : Exception(message)
{
    public HttpStatusCode? Status { get; } = status;
}

/// <summary>Measures of the glaciers, from the server of the survey.</summary>
public sealed class GlacierHandler(HttpClient http)
{
    private const int PageSize = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(504);

    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout,
    ];

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } r && Passing.Contains(r.StatusCode)),
        })
        .Build();

    public async Task<IReadOnlyList<Measure>> MeasuresAsync(string glacier, CancellationToken token)
    {
        var uri = $"v2/glaciers/{glacier}/measures?limit={PageSize}";
        using var response = await _pipeline.ExecuteAsync(async t => await http.GetAsync(uri, t), token);

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = response.Headers.RetryAfter?.Delta ?? Longest;
            await Task.Delay(wait < Longest ? wait : Longest, token);
            return await MeasuresAsync(glacier, token);
        }

        return (int)response.StatusCode switch
        {
            200 => await response.Content.ReadFromJsonAsync<List<Measure>>(token) ?? [],
            204 => [],
            401 => throw new GlacierException("the key is wrong"),
            403 => throw new GlacierException("the key may not read this glacier"),
            404 or 410 => throw new GlacierException($"{glacier} has melted"),
            >= 500 => throw new GlacierException("the survey is down", response.StatusCode),
            _ => throw new GlacierException("unexpected answer", response.StatusCode),
        };
    }
}

public sealed record Measure(DateOnly Day, double Metres, int Station);
