using Glaze.Cloaking.Objectives;

namespace Glaze.Cloaking.Tests.Objectives;

public sealed class ViewScheduleTests
{
    // With four encoders every fourth step would always be the same encoder's.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void NoiseSigma_EveryEncoder_SeesMuchNoiseInOneOfFourRounds(int encoders)
    {
        for (var encoder = 0; encoder < encoders; encoder++)
        {
            var sigmas = Enumerable.Range(0, 8).Select(round => ViewSchedule.NoiseSigma((round * encoders) + encoder, encoders)).ToList();

            sigmas.Count(sigma => sigma == 0.05).ShouldBe(2);
            sigmas.Count(sigma => sigma == 0.01).ShouldBe(6);
        }
    }
}
