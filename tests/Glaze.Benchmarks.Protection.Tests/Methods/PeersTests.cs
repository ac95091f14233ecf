using Glaze.Benchmarks.Protection.Methods;

namespace Glaze.Benchmarks.Protection.Tests.Methods;

public sealed class PeersTests
{
    [Theory]
    [InlineData("photoguard", 1, 1000)]
    [InlineData("nightshade", 1, 500)]
    [InlineData("mist", 1, 100)]
    [InlineData("glaze", 1, 500)]
    [InlineData("photoguard", 0.2, 200)]
    [InlineData("mist", 0.2, 100)]
    public void Named_AShareOfThePublishedSteps_TakesThatMany(string word, double share, int expected)
    {
        Peers.Named(word, share).Steps.ShouldBe(expected);
    }
}
