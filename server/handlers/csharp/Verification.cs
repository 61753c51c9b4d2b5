using System;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

/// <summary>Looks whether a write happened before it is repeated.</summary>
internal static class Verification
{
    /// <summary>
    /// Sends. When nobody knows whether the write happened (no answer, 5xx, x_write_unconfirmed), looks for it: what is
    /// found is the result, and only what is not there is sent once more. All else is passed on as it came.
    /// </summary>
    /// <param name="send">Sends a new request.</param>
    /// <param name="find">Gives what was written, or null when it is not there. While it is null nothing is repeated.</param>
    /// <param name="settle">Seconds that a write may take to show.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        Func<Task<HttpResponseMessage>> send,
        Func<Task<HttpResponseMessage>> find,
        double settle = 2)
    {
        HttpResponseMessage response = null;
        ExceptionDispatchInfo exception = null;
        try
        {
            response = await send().ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            exception = ExceptionDispatchInfo.Capture(e);
        }

        var isUnsure = response == null || await IsUnsureAsync(response).ConfigureAwait(false);
        if (isUnsure)
        {
            Console.Error.WriteLine("Nobody knows whether the write happened");
        }

        if (!isUnsure || find == null)
        {
            exception?.Throw();
            return response;
        }

        await Task.Delay(TimeSpan.FromSeconds(settle)).ConfigureAwait(false);
        return await find().ConfigureAwait(false) ?? await send().ConfigureAwait(false);
    }

    private static async Task<bool> IsUnsureAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        // Of a success only 202 says more: whether the write is confirmed.
        if (status < 400 && status != 202)
        {
            return false;
        }

        var body = await Answer.ReadBodyAsync(response).ConfigureAwait(false);
        return status >= 500 || Regex.IsMatch(body, "x_write_(?:ambiguous|unconfirmed)");
    }
}
