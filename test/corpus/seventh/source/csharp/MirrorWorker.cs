using System.Net;
using System.Net.Sockets;
using Azure;
using FluentAssertions;
using LinqToTwitter.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using Refit;
using RestSharp;
using Xunit;

namespace Mirror;

[ApiController]
[Route("mirror")]
public class MirrorController(IStock stock, BlobStore blobs) : ControllerBase
{
    const int Port = 5000, Rows = 500, Edge = 404;
    private static readonly Dictionary<int, string> Bays = new() { [404] = "north", [429] = "south", [503] = "dock" };

    [HttpGet("{id:int}")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Get(int id, CancellationToken token)
    {
        if (id == 429) return Ok(new { Id = id, Bay = Bays[429] });
        try
        {
            return Ok(await stock.Get(id, token));
        }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return UnprocessableEntity(new { max = 500 });
        }
        catch (ApiException e)
        {
            return e.StatusCode switch
            {
                HttpStatusCode.NotFound => NotFound(),
                HttpStatusCode.ServiceUnavailable => StatusCode(503, "later"),
                _ => Problem(statusCode: StatusCodes.Status502BadGateway),
            };
        }
    }

    public async Task Save(string name, Stream data)
    {
        try
        {
            await blobs.Upload(name, data, bufferSize: 4290);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            await blobs.Touch(name);
        }
        catch (CosmosException e) when (e.StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(e.RetryAfter ?? TimeSpan.FromMilliseconds(503));
        }
        catch (SocketException e) when (e.ErrorCode == 10060 || e.ErrorCode == 111)
        {
            throw new TimeoutException($"after {Rows} ms");
        }
    }

    public static bool Again(RestResponse r) => (int)r.StatusCode is 408 or 429 or >= 500;

    public static bool Twice(TwitterQueryException e) => e.ErrorCode == 187 || e.StatusCode == HttpStatusCode.Forbidden;

    public static int Bay(int pallet) => pallet switch { 404 => 1, < 429 => 2, 500 or 503 => 3, _ => Edge };
}

public class MirrorTests(Factory factory)
{
    [Theory]
    [InlineData("/mirror/0", HttpStatusCode.BadRequest)]
    [InlineData("/mirror/88", HttpStatusCode.OK)]
    public async Task Answers(string path, HttpStatusCode expected)
    {
        var response = await factory.CreateClient().GetAsync(path);
        response.StatusCode.Should().Be(expected);
        response.Content.Headers.ContentLength.Should().Be(404);
        factory.Calls.Should().HaveCount(500);
        Assert.Equal(HttpStatusCode.Gone, (await factory.CreateClient().DeleteAsync(path)).StatusCode);
        Assert.Equal(429, MirrorController.Bay(7) * 39);
    }
}
