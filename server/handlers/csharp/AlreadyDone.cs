using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

/// <summary>Takes it as a success when the server says that an earlier attempt has done it already.</summary>
internal static class AlreadyDone
{
    /// <summary>
    /// Sends. A failure with the code comes back with status 200 and its body as it came. All else is passed on as it
    /// came.
    /// </summary>
    public static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send, string code)
    {
        var response = await send().ConfigureAwait(false);
        if (await Answer.FailedWithAsync(response, code).ConfigureAwait(false))
        {
            Console.Error.WriteLine($"Code {code}: it is done already");
            response.StatusCode = HttpStatusCode.OK;
            response.ReasonPhrase = "OK";
        }

        return response;
    }
}
