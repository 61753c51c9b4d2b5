using System.Net;
using System.Text.Json;

namespace Shop.Api;

public class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log)
{
    private static readonly Dictionary<int, string> Titles = new()
    {
        [400] = "That was not understood",
        [403] = "Not yours",
        [404] = "Nothing here",
        [503] = "Closed for a moment",
    };

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response.StatusCode == 404 && !context.Response.HasStarted)
            {
                await WriteAsync(context, StatusCodes.Status404NotFound);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            context.Response.StatusCode = 413;
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = 499;
        }
        catch (Exception e)
        {
            log.LogError(e, "{Path} failed", context.Request.Path);
            await WriteAsync(context, 500);
        }
    }

    private static Task WriteAsync(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        var title = Titles.GetValueOrDefault(statusCode, "Sorry");
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { title, statusCode }));
    }
}
