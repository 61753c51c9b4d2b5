using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Moq;
using Moq.Protected;
using Xunit;

namespace Ferry.Hooks.Tests;

public class FerryHooksTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    private const int Ferry = 453;
    private const int Seats = 500;

    [Fact]
    public async Task Takes_a_sailing()
    {
        var response = await factory.CreateClient().PostAsJsonAsync("/hooks/sailings", new { Ferry, Seats });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("sha256=00", HttpStatusCode.Forbidden)]
    public async Task Wants_a_signature(string signature, HttpStatusCode expected)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Ferry-Signature", signature);
        var response = await client.PostAsJsonAsync("/hooks/sailings", new { Ferry });
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(-1, 400)]
    [InlineData(50_000, 422)]
    public async Task Refuses_odd_seats(int seats, int expected)
    {
        var response = await factory.CreateClient().PostAsJsonAsync("/hooks/sailings", new { Ferry, seats });
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task Refuses_another_type()
    {
        var response = await factory.CreateClient().PostAsync("/hooks/sailings", new StringContent("x"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Asks_the_harbour_again()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .SetupSequence<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ReturnsAsync(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))
            .ReturnsAsync(new HttpResponseMessage { StatusCode = (HttpStatusCode)429 })
            .ReturnsAsync(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { Quay = 32 }) });
        var harbour = new Harbour(new HttpClient(handler.Object), TimeSpan.FromMilliseconds(50));

        Assert.Equal(32, await harbour.QuayAsync(Ferry));
    }

    [Fact]
    public async Task Gives_up_on_a_broken_harbour()
    {
        var harbour = Harbour.Answering(500);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => harbour.QuayAsync(Ferry));
        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
        Assert.Contains("500", error.Message);
    }
}
