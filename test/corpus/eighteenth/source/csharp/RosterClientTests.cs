using System.Net;
using FluentAssertions;
using Moq;
using Moq.Protected;
using RichardSzalay.MockHttp;
using Xunit;

namespace Lifeguard.Rosters.Tests;

public class RosterClientTests
{
    private readonly MockHttpMessageHandler _mock = new();
    private const int Metres = 404;

    [Fact]
    public async Task Unknown_beach_is_null()
    {
        _mock.When("https://rosters.example/rosters/9").Respond(HttpStatusCode.NotFound);
        (await Client().Get(9)).Should().BeNull();
    }

    [Fact]
    public async Task Waits_when_told()
    {
        _mock.Expect("https://rosters.example/rosters/1").Respond((HttpStatusCode)429);
        _mock.Expect("https://rosters.example/rosters/1").Respond("application/json", "{\"beach\":1,\"guards\":503}");
        (await Client().Get(1))!.Guards.Should().Be(503);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    public async Task Changed_meanwhile(HttpStatusCode status)
    {
        _mock.When(HttpMethod.Put, "*").Respond(status);
        await Client().Invoking(c => c.Put(new Roster(1))).Should().ThrowAsync<RosterChangedException>();
    }

    [Fact]
    public async Task Server_fault_is_false()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ReturnsAsync(new HttpResponseMessage(HttpStatusCode.InternalServerError));
        (await new RosterClient(new HttpClient(handler.Object) { BaseAddress = new("https://rosters.example") }, Log).Put(new Roster(2))).Should().BeFalse();
    }

    [Fact]
    public async Task Refuses_a_stranger()
    {
        var response = await new Site().CreateClient().GetAsync("/rosters");
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        Assert.Equal(403, (int)(await new Site().As("guest").DeleteAsync("/rosters/5")).StatusCode);
    }

    [Theory, InlineData(Metres, 2), InlineData(500, 3), InlineData(429, 3)]
    public void Guards(int metres, int guards) => RosterClient.Guards(metres).Should().Be(guards);

    private RosterClient Client() => new(_mock.ToHttpClient(), Log);
}
