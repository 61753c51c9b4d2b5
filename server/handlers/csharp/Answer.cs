using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

/// <summary>Reads responses.</summary>
internal static class Answer
{
    /// <summary>The body, which the caller can read again; empty when there is none.</summary>
    public static async Task<string> ReadBodyAsync(HttpResponseMessage response)
    {
        return response.Content == null ? "" : await response.Content.ReadAsStringAsync().ConfigureAwait(false);
    }

    /// <summary>Whether a response is a failure that has this code, which may be a status.</summary>
    public static async Task<bool> FailedWithAsync(HttpResponseMessage response, string code)
    {
        if ((int)response.StatusCode < 400)
        {
            return false;
        }

        var body = await ReadBodyAsync(response).ConfigureAwait(false);
        if (!Regex.IsMatch(code, "^\\d+$"))
        {
            return Regex.Split(body, "[^\\w.-]+").Contains(code);
        }

        var codes = Regex.Matches(body, "\"code\"\\s*:\\s*\"?(\\d+)").Cast<Match>().Select(found => found.Groups[1].Value);
        return code == ((int)response.StatusCode).ToString() || codes.Contains(code);
    }
}
