using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Repeats an HTTP request that fails for a time.</summary>
internal static class Backoff
{
    private const string FinalFailure =
        "usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|"
        + "x_write_(?:ambiguous|unconfirmed)";

    /// <summary>
    /// Sends until it succeeds or fails for good; the last response or exception is passed on as it came. Retries 408,
    /// 425, 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
    /// min(cap, baseDelay * 2^n) + random(0, jitter). All times are seconds.
    /// </summary>
    /// <param name="send">Sends a new request; its token ends the attempt.</param>
    /// <param name="idempotent">Repeating does no harm: GET, PUT, DELETE, or an idempotency key.</param>
    /// <param name="retries">Retries after the first attempt.</param>
    /// <param name="timeout">Limit of one attempt.</param>
    /// <param name="totalTime">Limit of all attempts and waits together.</param>
    /// <param name="maxWait">When the server asks for a longer wait, the request fails at once.</param>
    /// <param name="onRetry">Gets attempt, status (0 without a response) and delay instead of the log.</param>
    /// <param name="cancellationToken">Ends the attempt or the wait.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        bool idempotent,
        int retries = 3,
        double timeout = 30,
        double totalTime = 120,
        double maxWait = 60,
        double baseDelay = 1,
        double cap = 30,
        double jitter = 1,
        Action<int, int, double> onRetry = null,
        CancellationToken cancellationToken = default(CancellationToken))
    {
        var random = new Random();
        var deadline = DateTime.UtcNow.AddSeconds(totalTime);
        for (var retry = 0; ; retry++)
        {
            HttpResponseMessage response = null;
            ExceptionDispatchInfo exception = null;
            var rest = (deadline - DateTime.UtcNow).TotalSeconds;
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
            {
                limit.CancelAfter(TimeSpan.FromSeconds(Math.Max(0, Math.Min(timeout, rest))));
                try
                {
                    response = await send(limit.Token).ConfigureAwait(false);
                }
                catch (Exception e) when (IsNetworkFailure(e) && !cancellationToken.IsCancellationRequested)
                {
                    exception = ExceptionDispatchInfo.Capture(e);
                }
            }

            var status = response == null ? 0 : (int)response.StatusCode;
            var isTransient = status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
            var asked = 0.0;
            if (isTransient && response != null && response.Content != null)
            {
                // Reading buffers the body, so the caller can read it again.
                var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                // Waiting does not help: caps, all connections in use, a write that may have happened.
                isTransient = !Regex.IsMatch(body, FinalFailure, RegexOptions.IgnoreCase);
                asked = AskedWait(response, body);
            }

            var mayRetry = isTransient && idempotent && retry < retries;
            var delay = asked > 0 ? asked : Math.Min(cap, baseDelay * Math.Pow(2, retry));
            delay += jitter * random.NextDouble();
            if (mayRetry && (asked > maxWait || delay > (deadline - DateTime.UtcNow).TotalSeconds))
            {
                mayRetry = false;
                if (asked > 0)
                {
                    var reset = DateTime.UtcNow.AddSeconds(asked);
                    Console.Error.WriteLine($"No retry of HTTP {status}: the server asks to wait until {reset:s}Z");
                }
            }

            if (!mayRetry)
            {
                exception?.Throw();
                return response;
            }

            (onRetry ?? LogRetry)(retry + 1, status, delay);
            response?.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(delay), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Copies a request, because each can be sent only once.</summary>
    public static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        copy.Content = request.Content;
        copy.Version = request.Version;
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }

    private static void LogRetry(int attempt, int status, double delay)
    {
        var reason = status == 0 ? "no response" : status.ToString(CultureInfo.InvariantCulture);
        Console.Error.WriteLine($"Retry {attempt} in {delay:0.0} s: {reason}");
    }

    private static bool IsNetworkFailure(Exception e)
    {
        return e is OperationCanceledException
            || (e is HttpRequestException && !(e.InnerException is AuthenticationException));
    }

    /// <summary>The wait in seconds that the server asks for; 0 when it asks for none.</summary>
    private static double AskedWait(HttpResponseMessage response, string body)
    {
        var headers = response.Headers;
        var asked = Header(headers, "Retry-After");
        if (asked == null && (int)response.StatusCode == 429)
        {
            // X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
            var limits = new[] { "x-app-limit-24hour", "x-user-limit-24hour" };
            var daily = limits.FirstOrDefault(name => Header(headers, name + "-remaining") == "0");
            asked = Header(headers, (daily ?? "x-rate-limit") + "-reset") ?? Header(headers, "ratelimit-reset");
        }

        asked = asked ?? Regex.Match(body, "\"retryAfter\":\\s*(\\d+)").Groups[1].Value;
        // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
        var now = ParseDate(Header(headers, "Date")) ?? DateTimeOffset.UtcNow;
        double seconds;
        if (!double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds))
        {
            seconds = ((ParseDate(asked) ?? now) - now).TotalSeconds;
        }
        else if (seconds > 1e9)
        {
            seconds -= now.ToUnixTimeSeconds();
        }

        return seconds > 0 ? Math.Min(seconds, 1e9) : 0;
    }

    private static string Header(HttpHeaders headers, string name)
    {
        return headers.Where(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value)
            .FirstOrDefault();
    }

    private static DateTimeOffset? ParseDate(string text)
    {
        DateTimeOffset date;
        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
            ? date
            : (DateTimeOffset?)null;
    }
}
