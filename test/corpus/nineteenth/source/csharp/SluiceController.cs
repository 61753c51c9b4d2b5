using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Canal.Sluices;

public sealed class SluiceExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        var (status, title) = exception switch
        {
            KeyNotFoundException => (StatusCodes.Status404NotFound, "No such sluice"),
            UnauthorizedAccessException => (StatusCodes.Status403Forbidden, "Wardens only"),
            TimeoutException => (504, "The motor does not answer"),
            FormatException => (400, "Unreadable"),
            _ => (StatusCodes.Status500InternalServerError, "Internal error"),
        };
        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Status = status, Title = title } });
    }
}

[ApiController]
[Route("sluices")]
public sealed class SluiceController(Sluices sluices) : ControllerBase
{
    private const int LevelCentimetres = 450;
    private const int GateTimeout = 500;

    [HttpGet("{id:int:max(599)}")]
    [ProducesResponseType(typeof(Sluice), 200)]
    [ProducesResponseType(404)]
    public ActionResult<Sluice> Get(int id) => sluices.Find(id) is { } sluice ? sluice : NotFound();

    [HttpPost("{id:int}/open")]
    public async Task<IActionResult> Open(int id, [FromHeader(Name = "If-Match")] string? etag)
    {
        if (etag is null) return StatusCode(428);
        if (await sluices.Level(id) > LevelCentimetres)
            return Problem(statusCode: 409, title: "The water is too high", instance: "/sluices/" + id);
        if (!await sluices.Open(id, GateTimeout)) return StatusCode((int)HttpStatusCode.Locked, new { id, retry = 50 });
        return NoContent();
    }

    [HttpPut("{id:int}/photo")]
    [RequestSizeLimit(512_000)]
    public IActionResult Photo(int id, IFormFile photo)
    {
        if (photo.Length > 500_000) return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        if (photo.ContentType != "image/webp") return new ObjectResult("webp only") { StatusCode = 415 };
        if (id == 404) return BadRequest("that one is a painting");
        Response.StatusCode = (int)HttpStatusCode.Accepted;
        return new EmptyResult();
    }

    [HttpDelete("{id:int}")]
    public IResult Remove(int id) => sluices.Remove(id) ? Results.NoContent() : TypedResults.StatusCode(410);
}
