using Glaze.Cloaking.Transforms;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Transforms;

public sealed class ImageTransformTests
{
    private const int Width = 32;
    private const int Height = 24;

    public static TheoryData<string> Linear => ["resize", "blur", "composed"];

    [Theory]
    [MemberData(nameof(Linear))]
    public void Adjoint_LinearTransform_IsExact(string name)
    {
        var transform = Create(name);
        var x = TestTensors.NormalImage(Width, Height, 1);
        var seen = transform.Apply(x);
        var y = TestTensors.NormalImage(seen.Width, seen.Height, 2);

        var forward = TestTensors.Dot(seen, y);
        var backward = TestTensors.Dot(x, transform.Adjoint(y.Clone()));

        forward.ShouldBe(backward, 1e-2);
    }

    [Theory]
    [InlineData(1, 32, 24)]
    [InlineData(3, 27, 21)]
    [InlineData(2, 5, 3)]
    public void Adjoint_Bilateral_IsExactForItsOwnWeights(int passes, int width, int height)
    {
        // Differences of about one range σ: weights neither alike nor negligible.
        var x = TestTensors.Map(TestTensors.NormalImage(width, height, 1), (value, _) => 0.5f + (0.05f * value));
        var y = TestTensors.NormalImage(width, height, 2);
        var transform = new BilateralTransform(passes);
        var filtered = transform.Apply(x);

        filtered.Values.Zip(x.Values, (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.02f);
        TestTensors.Dot(filtered, y).ShouldBe(TestTensors.Dot(x, transform.Adjoint(y.Clone())), 1e-3);
    }

    [Fact]
    public void Apply_Blur_KeepsConstants()
    {
        var constant = TestTensors.Constant(Width, Height, 0.6f);

        new BlurTransform(1.2).Apply(constant).Values.ShouldAllBe(value => Math.Abs(value - 0.6f) < 1e-5);
    }

    [Fact]
    public void Apply_Noise_HasItsSigma()
    {
        var result = new NoiseTransform(0.05, 3).Apply(new PlanarImage(64, 64)).Values;

        Math.Sqrt(result.Average(value => (double)value * value)).ShouldBe(0.05, 0.002);
    }

    [Fact]
    public void Apply_Jpeg_LosesMoreAtLowerQuality()
    {
        // Grey noise: coloured noise would lose most to 4:2:0 at any quality.
        var grey = TestTensors.Normal(64 * 64, 5).Select(value => Math.Clamp(0.5f + (0.1f * value), 0, 1)).ToArray();
        var image = new PlanarImage(64, 64, [.. grey, .. grey, .. grey]);

        Error(50).ShouldBeGreaterThan(1.5 * Error(95));
        Error(95).ShouldBeGreaterThan(0);

        double Error(int quality) => new JpegTransform(quality).Apply(image).Values.Zip(image.Values, (a, b) => (double)(a - b) * (a - b)).Sum();
    }

    [Fact]
    public void ForStep_EveryRound_DealsEveryKindInItsProportion()
    {
        var draws = new RandomTransform(Width, Height, 2, mostPasses: 6);
        var rounds = Enumerable.Range(0, 3 * RandomTransform.Round).Select(step => draws.ForStep(step).GetType()).Chunk(RandomTransform.Round).ToList();

        foreach (var round in rounds)
        {
            round.Distinct().Count().ShouldBe(5);
            round.Count(type => type == typeof(IdentityTransform)).ShouldBe(4);
            round.Count(type => type == typeof(BilateralTransform)).ShouldBe(1);
        }

        rounds[0].ShouldNotBe(rounds[1]);
    }

    [Fact]
    public void ForStep_SameSeedAndStep_GivesTheSameTransform()
    {
        var image = TestTensors.NormalImage(Width, Height, 1);
        for (var step = 0; step < 12; step++)
        {
            var first = new RandomTransform(Width, Height, 9, mostPasses: 6).ForStep(step).Apply(image);
            var second = new RandomTransform(Width, Height, 9, mostPasses: 6).ForStep(step).Apply(image);

            first.Values.ShouldBe(second.Values);
            (first.Width, first.Height).ShouldBe((Width, Height));
        }
    }

    private static IImageTransform Create(string name) => name switch
    {
        "resize" => new ResizeTransform(Width, Height, 20, 11),
        "blur" => new BlurTransform(1.1),
        _ => new ComposedTransform(new ResizeTransform(Width, Height, 16, 12), new BlurTransform(0.8)),
    };
}
