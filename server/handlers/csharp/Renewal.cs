using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

/// <summary>Sends a request once more with new credentials.</summary>
internal static class Renewal
{
    /// <summary>
    /// Sends, and when the server answers 401, renews the credentials once and sends once more. The last response or
    /// exception is passed on as it came.
    /// </summary>
    /// <param name="send">Sends a new request, with the credentials at hand.</param>
    /// <param name="renew">Renews them.</param>
    public static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send, Func<Task> renew)
    {
        var response = await send().ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        Console.Error.WriteLine("HTTP 401: renewing the credentials");
        await renew().ConfigureAwait(false);
        return await send().ConfigureAwait(false);
    }
}
