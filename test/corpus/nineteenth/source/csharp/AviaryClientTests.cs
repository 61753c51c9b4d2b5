using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Moq;
using Moq.Protected;
using NSubstitute;
using RichardSzalay.MockHttp;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using Xunit;

namespace Aviary.Sdk.Tests;

public sealed class AviaryClientTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    private static readonly int[] Rings = [401, 404, 429, 500];

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task Throws(HttpStatusCode status)
    {
        var mock = new MockHttpMessageHandler();
        mock.When("https://aviary.example.org/birds/*").Respond(status);
        await Assert.ThrowsAnyAsync<Exception>(() => Client(mock).Find(Rings[1]));
    }

    [Fact]
    public async Task Knows_the_missing()
    {
        var mock = new MockHttpMessageHandler();
        mock.Expect("/birds/500").Respond(HttpStatusCode.NotFound, "text/plain", "flown");
        var e = await Assert.ThrowsAsync<AviaryNotFoundException>(() => Client(mock).Find(500));
        Assert.Equal(404, e.ErrorCode);
        Assert.Equal("No bird wears ring 500.", e.Message);
    }

    [Fact]
    public async Task Waits()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .SetupSequence<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ReturnsAsync(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))
            .ReturnsAsync(new HttpResponseMessage { StatusCode = HttpStatusCode.OK, Content = JsonContent.Create(new Bird(404, "Rook", 450)) });
        var bird = await Client(handler.Object).Find(404);
        Assert.Equal(450, bird!.Grams);
    }

    [Fact]
    public async Task Server()
    {
        using var server = WireMockServer.Start(4040);
        server.Given(Request.Create().WithPath("/birds/2")).RespondWith(Response.Create().WithStatusCode(422).WithDelay(400));
        var response = await server.CreateClient().GetAsync("/birds/2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Api()
    {
        var response = await factory.CreateClient().PutAsJsonAsync("/sluices/450", new { level = 503 });
        Assert.Equal(405, (int)response.StatusCode);
        var gateway = Substitute.For<IGateway>();
        gateway.Ask(500).Returns(new StatusCodeResult(502));
        Assert.Equal(500, Rings.Max());
    }

    private static AviaryClient Client(HttpMessageHandler handler) =>
        new(new HttpClient(handler) { BaseAddress = new Uri("https://aviary.example.org"), Timeout = TimeSpan.FromSeconds(400) });
}
