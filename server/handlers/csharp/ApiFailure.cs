using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

/// <summary>Fails at once, and says what helps, where no retry does.</summary>
internal static class ApiFailure
{
    /// <summary>Sends. A failure with the code is thrown as an Error. All else is passed on as it came.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        Func<Task<HttpResponseMessage>> send,
        string code,
        string advice)
    {
        var response = await send().ConfigureAwait(false);
        if (!await Answer.FailedWithAsync(response, code).ConfigureAwait(false))
        {
            return response;
        }

        var body = await Answer.ReadBodyAsync(response).ConfigureAwait(false);
        throw new Error(code, (int)response.StatusCode, ResetAt(response, body), advice);
    }

    /// <summary>When a limit that is used up is renewed; null when the server does not say.</summary>
    private static DateTimeOffset? ResetAt(HttpResponseMessage response, string body)
    {
        var limits = new[] { "x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit" };
        var used = limits.FirstOrDefault(limit => Header(response, limit + "-remaining") == "0");
        long moment;
        if (used != null && long.TryParse(Header(response, used + "-reset"), out moment))
        {
            return DateTimeOffset.FromUnixTimeSeconds(moment);
        }

        var asked = Header(response, "Retry-After") ?? Regex.Match(body, "\"retryAfter\"\\s*:\\s*(\\d+)").Groups[1].Value;
        double seconds;
        if (double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds))
        {
            return DateTimeOffset.UtcNow.AddSeconds(seconds);
        }

        DateTimeOffset date;
        return DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
            ? date
            : (DateTimeOffset?)null;
    }

    private static string Header(HttpResponseMessage response, string name)
    {
        return response.Headers.Where(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value)
            .FirstOrDefault();
    }

    /// <summary>A failure that no retry helps with.</summary>
    public sealed class Error : Exception
    {
        public Error(string code, int status, DateTimeOffset? resetAt, string advice)
            : base(code + (resetAt == null ? "" : $" until {resetAt.Value.UtcDateTime:s}Z") + ": " + advice)
        {
            Code = code;
            Status = status;
            ResetAt = resetAt;
            Advice = advice;
        }

        public string Code { get; }

        public int Status { get; }

        /// <summary>When it passes; null when the server does not say.</summary>
        public DateTimeOffset? ResetAt { get; }

        /// <summary>What helps.</summary>
        public string Advice { get; }
    }
}
