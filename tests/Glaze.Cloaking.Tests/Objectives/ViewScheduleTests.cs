using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.TestKit;

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

    [Fact]
    public void ForStep_GlazeMini_SeesTheLayerBeforeItsHeadOnSessionsLoadedAhead()
    {
        const int Side = 32;
        var opened = new List<ModelSession>();
        using var pool = new SessionPool(
            new SurrogateEnsemble(EncoderFile.OpenAll(Path.Combine(Repository.Root, "models", "glaze-mini.safetensors"))),
            new SessionSettings(Threads: 1),
            open: (model, settings) =>
            {
                var session = ModelSession.Create(model, settings);
                lock (opened)
                {
                    opened.Add(session);
                }

                return session;
            });
        pool.Load(Side, Side, CancellationToken.None);
        var ahead = opened.Count;

        new ViewSchedule(pool, new PlanarImage(Side, Side), TestTensors.Constant(Side, Side, 1), fullShare: 1, seed: 1).ForStep(0, CancellationToken.None);

        opened.Count.ShouldBe(ahead);
        opened.SelectMany(session => session.Inputs).Single(input => input.Name == LatentGraphs.Weight).ElementCount.ShouldBe(56 + 160);
    }
}
