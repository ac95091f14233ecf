using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Objectives;

public sealed class LatentObjectiveTests
{
    private const int Width = 48;
    private const int Height = 32;

    [Fact]
    public void Evaluate_AtTheOriginal_IsOne()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();

        var loss = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, CancellationToken.None)
            .Evaluate(original, new PlanarImage(Width, Height), CancellationToken.None);

        loss.ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Evaluate_AtTheTarget_IsZero()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();

        var loss = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, CancellationToken.None)
            .Evaluate(target, new PlanarImage(Width, Height), CancellationToken.None);

        loss.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Evaluate_Gradient_MatchesTheCentralDifference()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();
        var objective = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, CancellationToken.None);
        var gradient = new PlanarImage(Width, Height);
        objective.Evaluate(original, gradient, CancellationToken.None);
        const float Step = 1e-3f;

        // Along the gradient itself, where the derivative is |g|².
        var length = (float)Math.Sqrt(TestTensors.Dot(gradient, gradient));
        var ahead = TestTensors.Add(original, gradient, Step / length);
        var behind = TestTensors.Add(original, gradient, -Step / length);
        var scratch = new PlanarImage(Width, Height);
        var slope = (objective.Evaluate(ahead, scratch, CancellationToken.None) - objective.Evaluate(behind, scratch, CancellationToken.None)) / (2 * Step);

        slope.ShouldBe(length, 0.02 * length);
    }

    [Fact]
    public void Evaluate_OneAndTwoThreads_GiveTheSameBits()
    {
        var (original, target) = Images();
        var gradients = new[] { 1, 2 }.Select(threads =>
        {
            using var sessions = TinyEncoder.Sessions(threads);
            var gradient = new PlanarImage(Width, Height);
            sessions.Objective(sessions.Ensemble.Encoders[0], original, target, CancellationToken.None).Evaluate(original, gradient, CancellationToken.None);
            return gradient.Values;
        }).ToList();

        gradients[1].ShouldBe(gradients[0]);
    }

    private static (PlanarImage Original, PlanarImage Target) Images()
    {
        var random = new Random(8);
        PlanarImage Next() => TestTensors.Map(new PlanarImage(Width, Height), (_, _) => random.NextSingle());
        return (Next(), Next());
    }
}
