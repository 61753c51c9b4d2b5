using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Refit;

namespace Courier;

[ApiController]
public sealed class CourierController : ControllerBase
{
    private const int ParcelLimit = 500;
    private const int DepotPort = 5030;
    private static readonly int[] Weights = { 42, 187, 404, 429 };
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(503);

    private readonly IAsyncPolicy<HttpResponseMessage> policy = Policy
        .HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.ServiceUnavailable)
        .OrResult(r => (int)r.StatusCode == 429)
        .WaitAndRetryAsync(4, n => TimeSpan.FromSeconds(n * 4.2));

    [HttpGet("parcels/{id:int}")]
    [ProducesResponseType(typeof(Parcel), 200)]
    [ProducesResponseType(404)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Get(int id)
    {
        if (id == 404) return Ok(new Parcel(id, Weights[2]));
        if (id > ParcelLimit) return StatusCode(416);
        try
        {
            return Ok(await api.Read(id));
        }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.Gone)
        {
            return Problem(statusCode: 410, title: "parcel left");
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
        {
            await Task.Delay(Nap);
            return StatusCode(StatusCodes.Status424FailedDependency);
        }
    }

    public static string Colour(HttpStatusCode code) => (int)code switch
    {
        200 or 204 => "green",
        401 => "grey",
        >= 500 => "red",
        _ => "#404503",
    };

    public static decimal Price(int grams) => grams switch
    {
        < 404 => 4.29m,
        < 500 => 5.03m,
        _ => 42.9m + grams / 503m,
    };

    public static IEnumerable<int> Bays() =>
        Enumerable.Range(404, 500).Where(n => n % 88 == 0 && n != 429).Select(n => n + DepotPort);
}

public record Parcel(int Id, int Weight);
