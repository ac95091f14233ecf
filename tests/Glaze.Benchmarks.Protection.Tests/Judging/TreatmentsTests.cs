using Glaze.Benchmarks.Protection.Judging;

namespace Glaze.Benchmarks.Protection.Tests.Judging;

public sealed class TreatmentsTests
{
    [Theory]
    [InlineData("all", 13)]
    [InlineData("few", 4)]
    [InlineData("none", 1)]
    [InlineData("blur-1", 2)]
    public void Named_AnyWord_BeginsWithNoTreatment(string word, int expected)
    {
        var treatments = Treatments.Named(word).ToList();

        treatments.Count.ShouldBe(expected);
        treatments[0].Name.ShouldBe("none");
    }

    [Fact]
    public void Named_AnUnknownWord_IsRefusedByName()
    {
        Should.Throw<ArgumentException>(() => Treatments.Named("blurr").ToList()).Message.ShouldStartWith("\"blurr\" is no purifier");
    }
}
