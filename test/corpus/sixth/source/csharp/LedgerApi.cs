using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Polly;
using Polly.Extensions.Http;
using Tweetinvi.Exceptions;

namespace Acme.Ledger;

public sealed class LedgerApi(HttpClient http, ILogger<LedgerApi> logger)
{
    private const int BatchSize = 500;
    private const int MaxPayload = 404_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(429);
    private static readonly HashSet<HttpStatusCode> Transient = [HttpStatusCode.RequestTimeout, HttpStatusCode.GatewayTimeout];

    public static IAsyncPolicy<HttpResponseMessage> Policy() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
            .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(500 * n));

    public async Task<Entry?> Find(int id, CancellationToken token)
    {
        try
        {
            return await http.GetFromJsonAsync<Entry>($"entries/{id}?limit=404", token);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            logger.LogInformation("No entry {Id}, shard {Shard}", id, 503);
            return null;
        }
        catch (HttpRequestException e) when ((int?)e.StatusCode >= 500)
        {
            await Task.Delay(Pause, token);
            throw;
        }
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/entries", async Task<Results<Created, Conflict, ProblemHttpResult>> (Entry entry, Db db) =>
        {
            if (entry.Amount > 500) return TypedResults.Problem("too much", statusCode: 422);
            if (await db.Has(entry.Id)) return TypedResults.Conflict();
            await db.Add(entry);
            return TypedResults.Created($"/entries/{entry.Id}");
        });
        app.MapGet("/entries/{id:int}", (int id) => id == 404 ? Results.NotFound() : Results.StatusCode(503));
        app.Run("http://localhost:5000");
    }

    public static bool Ignorable(TwitterException e) =>
        e.StatusCode == 403 && e.TwitterExceptionInfos.Any(i => i.Code == 187 || i.Code == 327);

    public static int Cell(int row) => row switch { 404 => 1, 429 => 2, > 500 => BatchSize, _ => MaxPayload };

    public static readonly int[] Widths = [404, 429, 500, 503];
}
