namespace Glaze.Cloaking.Tests.Objectives;

public sealed class LatentObjectiveTests
{
    private const int Height = 32;
    private const int Width = 48;

    [Fact]
    public void Evaluate_AtTheOriginal_IsOne()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();

        var loss = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, Height, Width, CancellationToken.None)
            .Evaluate(original, new float[original.Length], CancellationToken.None);

        loss.ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Evaluate_AtTheTarget_IsZero()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();

        var loss = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, Height, Width, CancellationToken.None)
            .Evaluate(target, new float[original.Length], CancellationToken.None);

        loss.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Evaluate_Gradient_MatchesTheCentralDifference()
    {
        using var sessions = TinyEncoder.Sessions();
        var (original, target) = Images();
        var objective = sessions.Objective(sessions.Ensemble.Encoders[0], original, target, Height, Width, CancellationToken.None);
        var gradient = new float[original.Length];
        objective.Evaluate(original, gradient, CancellationToken.None);
        const float Step = 1e-3f;

        // Along the gradient itself, where the derivative is |g|².
        var length = (float)Math.Sqrt(TestTensors.Dot(gradient, gradient));
        var ahead = original.Zip(gradient, (x, g) => x + (Step * g / length)).ToArray();
        var behind = original.Zip(gradient, (x, g) => x - (Step * g / length)).ToArray();
        var scratch = new float[original.Length];
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
            var gradient = new float[original.Length];
            sessions.Objective(sessions.Ensemble.Encoders[0], original, target, Height, Width, CancellationToken.None).Evaluate(original, gradient, CancellationToken.None);
            return gradient;
        }).ToList();

        gradients[1].ShouldBe(gradients[0]);
    }

    private static (float[] Original, float[] Target) Images()
    {
        var random = new Random(8);
        float[] Next() => Enumerable.Range(0, 3 * Height * Width).Select(_ => random.NextSingle()).ToArray();
        return (Next(), Next());
    }
}
