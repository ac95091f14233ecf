using Glaze.Training.Training;

namespace Glaze.Training.Tests;

public sealed class TrainingOptionsTests
{
    private static readonly TrainingOptions Options = new(1000, 2e-3, 0, 1, ".", 10);

    [Fact]
    public void RateAt_OverATraining_RisesIsHeldAndFallsToNothing()
    {
        Options.RateAt(0).ShouldBe(2e-3 / 60, 1e-9);
        Options.RateAt(300).ShouldBe(2e-3, 1e-9);
        Options.RateAt(800).ShouldBe(2e-3 * 0.505, 1e-6);
        Options.RateAt(1000).ShouldBe(2e-5, 1e-9);
    }
}
