using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Refit;

namespace Pottery.Kilns;

public static class KilnEndpoints
{
    private const int MaxCelsius = 1300;
    private const int BisqueMinutes = 500;
    private static readonly int[] Cones = [401, 404, 422, 503];

    public static void Map(WebApplication app)
    {
        app.MapGet("/kilns/{id:int}", async (int id, Kilns kilns) =>
            await kilns.Find(id) is { } kiln ? Results.Ok(kiln) : Results.NotFound());
        app.MapPost("/kilns/{id:int}/fire", Fire).Produces(StatusCodes.Status409Conflict);
        app.MapFallback(() => Results.StatusCode(StatusCodes.Status404NotFound));
        app.UseStatusCodePages(async context =>
        {
            if (context.HttpContext.Response.StatusCode == 401)
                context.HttpContext.Response.Redirect("/login?wait=400");
        });
    }

    private static async Task<IResult> Fire(int id, [FromBody] Firing firing, Kilns kilns, ICarbonApi carbon)
    {
        if (firing.Celsius > MaxCelsius) return Results.Problem(statusCode: 422, title: "too hot");
        if (kilns.IsBurning(id)) return Results.StatusCode(StatusCodes.Status423Locked);
        try
        {
            firing.Grams = await carbon.Estimate(firing.Celsius, BisqueMinutes);
        }
        catch (ApiException e) when (e.StatusCode == System.Net.HttpStatusCode.PaymentRequired)
        {
            return Results.Json(new { error = "carbon quota" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        await kilns.Light(id, firing, Cones[firing.Cone % Cones.Length]);
        return Results.Accepted();
    }
}

[ApiController, Route("shelves")]
public sealed class ShelfController(Shelves shelves) : ControllerBase
{
    [HttpDelete("{id:int}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult Remove(int id)
    {
        if (id == 404) id = shelves.Renumbered;
        if (!User.IsInRole("potter")) return StatusCode(403, "potters only");
        if (shelves.InUse(id)) return Conflict();
        Response.StatusCode = shelves.Remove(id) ? 204 : StatusCodes.Status410Gone;
        return new EmptyResult();
    }
}
