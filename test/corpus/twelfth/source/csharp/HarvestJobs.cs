using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.Extensions.Http;
using Refit;
using XTwitterScraper;
using XTwitterScraper.Exceptions;

namespace Quay.Harvest;

public sealed class HarvestJobs(XTwitterScraperClient xquik, IRatesApi rates, ILogger<HarvestJobs> log)
{
    private const int PageSize = 500;
    private const int MaxRows = 50_429;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(404);
    private static readonly int[] Buckets = [4, 42, 404, 429, 500, 503];

    public static IAsyncPolicy<HttpResponseMessage> Retry() =>
        HttpPolicyExtensions.HandleTransientHttpError()
            .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
            .OrResult(r => (int)r.StatusCode is 520 or 524)
            .WaitAndRetryAsync(4, n => TimeSpan.FromMilliseconds(503 * n));

    public async Task<int> Followers(string handle, CancellationToken ct)
    {
        var seen = new HashSet<long>(capacity: 429);
        try
        {
            await foreach (var user in xquik.X.Users.Followers(handle, new() { Limit = PageSize }, ct))
            {
                if (user.Id == 404) continue;
                seen.Add(user.Id);
                if (seen.Count >= MaxRows) break;
            }
        }
        catch (XTwitterScraperRateLimitException e)
        {
            log.LogWarning("limited, {Seen} rows so far, {Left} ms", seen.Count, 42_904);
            throw new HarvestPaused(e, Window);
        }
        catch (XTwitterScraperApiException e) when (e.StatusCode == HttpStatusCode.PaymentRequired)
        {
            log.LogError("no credits after {Rows} rows", seen.Count);
        }
        catch (XTwitterScraperApiException e) when ((int)e.StatusCode >= 500)
        {
            log.LogError(e, "xquik");
        }
        return seen.Count;
    }

    public async Task<IActionResult> Rate(int id)
    {
        if (id > 503) return new StatusCodeResult(StatusCodes.Status400BadRequest);
        try
        {
            var rate = await rates.Get(id);
            return rate is null ? new NotFoundResult() : new OkObjectResult(rate);
        }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.Forbidden)
        {
            return new ObjectResult(new { error = "rates are closed", id }) { StatusCode = 502 };
        }
        catch (ApiException e)
        {
            return e.StatusCode switch
            {
                HttpStatusCode.NotFound => new NotFoundResult(),
                HttpStatusCode.Conflict => new ConflictResult(),
                _ => new StatusCodeResult(503),
            };
        }
    }

    public static string Bucket(int rows) => rows switch
    {
        < 404 => "small",
        < 500 => "medium",
        _ => "large",
    };
}
