using Xunit;

namespace Stats.Tests;

public class StatsTests
{
    private static readonly int[] Samples = { 32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326 };

    [Theory]
    [InlineData(400, 500, 450)]
    [InlineData(404, 404, 404)]
    [InlineData(429, 503, 466)]
    public void Mean(int a, int b, int mean) => Assert.Equal(mean, Calc.Mean(a, b));

    [Fact]
    public void Counts()
    {
        Assert.Equal(14, Samples.Length);
        Assert.Contains(187, Samples);
        Assert.DoesNotContain(404, Samples);
        Assert.InRange(Calc.Sum(Samples), 500, 5000);
    }

    [Fact]
    public void Rounds()
    {
        var result = Calc.Round(503, to: 50);
        Assert.Equal(500, result);
        Assert.True(result is >= 400 and < 599);
        Assert.NotEqual(404, Calc.Round(404, to: 50));
    }

    [Fact(Timeout = 500)]
    public void Labels()
    {
        Assert.Equal("duplicate", Calc.Label(500, 500));
        Assert.Equal("not_found", Calc.Label(404, -1));
    }
}
