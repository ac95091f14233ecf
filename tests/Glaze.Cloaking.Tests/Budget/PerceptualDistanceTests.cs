using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class PerceptualDistanceTests
{
    private const int Width = 17;
    private const int Height = 13;

    [Fact]
    public void Evaluate_RandomDelta_GradientMatchesDifference()
    {
        var distance = new PerceptualDistance(RandomMask(), Width, Height);
        var delta = TestTensors.NormalImage(Width, Height, 1);
        var direction = TestTensors.NormalImage(Width, Height, 2);
        var gradient = new PlanarImage(Width, Height);
        const float Step = 0.02f;

        distance.Evaluate(delta, gradient);
        var ahead = distance.Evaluate(TestTensors.Add(delta, direction, Step), new PlanarImage(Width, Height));
        var behind = distance.Evaluate(TestTensors.Add(delta, direction, -Step), new PlanarImage(Width, Height));

        TestTensors.Dot(gradient, direction).ShouldBe((ahead - behind) / (2 * Step), 1e-4);
    }

    [Fact]
    public void Evaluate_NoChange_IsZero() =>
        new PerceptualDistance(RandomMask(), Width, Height).Evaluate(new PlanarImage(Width, Height), new PlanarImage(Width, Height)).ShouldBe(0);

    [Fact]
    public void Evaluate_SameDelta_IsLargerOnFlatColour()
    {
        var delta = TestTensors.NormalImage(Width, Height, 1);
        var scratch = new PlanarImage(Width, Height);

        var flat = new PerceptualDistance(new float[Width * Height], Width, Height).Evaluate(delta, scratch);
        var busy = new PerceptualDistance(Enumerable.Repeat(1f, Width * Height).ToArray(), Width, Height).Evaluate(delta, scratch);

        flat.ShouldBeGreaterThan(3 * busy);
    }

    private static float[] RandomMask()
    {
        var random = new Random(5);
        return Enumerable.Range(0, Width * Height).Select(_ => random.NextSingle()).ToArray();
    }
}
