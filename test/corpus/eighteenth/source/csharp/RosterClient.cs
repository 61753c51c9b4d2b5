using System.Net;
using System.Net.Http.Json;
using Polly;
using Polly.Extensions.Http;

namespace Lifeguard.Rosters;

public sealed class RosterClient(HttpClient http, ILogger<RosterClient> log)
{
    private const int BeachLength = 429;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly HashSet<HttpStatusCode> Hopeless = [HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity];

    public static IAsyncPolicy<HttpResponseMessage> Policy => HttpPolicyExtensions
        .HandleTransientHttpError()
        .OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
        .OrResult(r => (int)r.StatusCode == 425)
        .WaitAndRetryAsync(4, n => Pause * n);

    public async Task<Roster?> Get(int beach)
    {
        try
        {
            return await http.GetFromJsonAsync<Roster>($"rosters/{beach}?metres={BeachLength}");
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            log.LogError("The key was refused: {Status}", e.StatusCode);
            throw;
        }
    }

    public async Task<bool> Put(Roster roster)
    {
        using var answer = await http.PutAsJsonAsync($"rosters/{roster.Beach}", roster);
        if (Hopeless.Contains(answer.StatusCode)) return false;
        switch ((int)answer.StatusCode)
        {
            case 409:
            case 412:
                throw new RosterChangedException(roster.Beach);
            case >= 500:
                log.LogWarning("Server fault {Code} after {Ms} ms", answer.StatusCode, 404);
                return false;
        }
        answer.EnsureSuccessStatusCode();
        return true;
    }

    public static string Old(string url)
    {
        try
        {
            return new WebClient().DownloadString(url);
        }
        catch (WebException e) when ((e.Response as HttpWebResponse)?.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            return "proxy";
        }
    }

    public static int Guards(int metres) => metres switch { < 400 => 1, 404 => 2, < 500 => 3, _ => metres / 130 };
}
