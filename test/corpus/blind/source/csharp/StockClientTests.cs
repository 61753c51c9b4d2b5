using System.Net;
using FluentAssertions;
using Moq;
using Moq.Protected;
using RichardSzalay.MockHttp;
using Xunit;

namespace Shop.Tests;

public class StockClientTests
{
    [Fact]
    public async Task Waits_when_told()
    {
        var mock = new MockHttpMessageHandler();
        mock.Expect("https://stock.example.org/stock/a").Respond(HttpStatusCode.TooManyRequests);
        mock.Expect("https://stock.example.org/stock/a").Respond("application/json", "404");
        var count = await Client(mock).CountAsync("a", default);
        count.Should().Be(404);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.InternalServerError, 5)]
    public async Task Gives_up(HttpStatusCode status, int calls)
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ReturnsAsync(new HttpResponseMessage(status) { Content = new ByteArrayContent(new byte[500]) });
        await Assert.ThrowsAsync<HttpRequestException>(() => Client(handler.Object).CountAsync("b", default));
        handler.Invocations.Count.Should().Be(calls);
    }

    [Fact]
    public async Task Missing_is_null()
    {
        var response = await new App().CreateClient().GetAsync("/orders/500");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        ((int)response.StatusCode).Should().Be(404);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        response.Content.Headers.ContentLength.Should().BeLessThan(500);
    }

    private static StockClient Client(HttpMessageHandler handler) =>
        new(new HttpClient(handler) { BaseAddress = new Uri("https://stock.example.org/") });
}
