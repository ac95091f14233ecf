using Glaze.Client.Dialog;

namespace Glaze.Client.Tests.Dialog;

public sealed class ProgressTextsTests
{
    [Theory]
    [InlineData(0.0, "about 1 s left")]
    [InlineData(3.2, "about 4 s left")]
    [InlineData(31.0, "about 35 s left")]
    [InlineData(89.9, "about 90 s left")]
    [InlineData(91.0, "about 2 min left")]
    [InlineData(3600.0, "about 60 min left")]
    public void Remaining_Seconds_AreRoundedUpToWhatAPersonReads(double seconds, string expected)
    {
        ProgressTexts.Remaining(seconds).ShouldNotBeNull().ToString().ShouldBe(expected);
    }

    [Fact]
    public void Remaining_Unknown_SaysNothing()
    {
        ProgressTexts.Remaining(null).ShouldBeNull();
    }
}
