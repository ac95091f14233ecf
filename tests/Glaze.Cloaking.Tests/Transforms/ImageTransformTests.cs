using Glaze.Cloaking.Transforms;

namespace Glaze.Cloaking.Tests.Transforms;

public sealed class ImageTransformTests
{
    private const int Height = 24;
    private const int Width = 32;

    public static TheoryData<string> Linear => ["resize", "blur", "composed"];

    [Theory]
    [MemberData(nameof(Linear))]
    public void Adjoint_LinearTransform_IsExact(string name)
    {
        var transform = Create(name);
        var x = TestTensors.Normal(3 * Height * Width, 1);
        var y = TestTensors.Normal(3 * transform.OutputHeight * transform.OutputWidth, 2);

        var forward = TestTensors.Dot(transform.Apply(x), y);
        var backward = TestTensors.Dot(x, transform.Adjoint((float[])y.Clone()));

        forward.ShouldBe(backward, 1e-2);
    }

    [Theory]
    [InlineData(1, 24, 32)]
    [InlineData(3, 21, 27)]
    [InlineData(2, 3, 5)]
    public void Adjoint_Bilateral_IsExactForItsOwnWeights(int passes, int height, int width)
    {
        // Differences of about one range σ: weights neither alike nor negligible.
        var x = TestTensors.Normal(3 * height * width, 1).Select(value => 0.5f + (0.05f * value)).ToArray();
        var y = TestTensors.Normal(x.Length, 2);
        var transform = new BilateralTransform(height, width, passes);
        var filtered = transform.Apply(x);

        filtered.Zip(x, (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.02f);
        TestTensors.Dot(filtered, y).ShouldBe(TestTensors.Dot(x, transform.Adjoint((float[])y.Clone())), 1e-3);
    }

    [Fact]
    public void Apply_Blur_KeepsConstants()
    {
        var constant = Enumerable.Repeat(0.6f, 3 * Height * Width).ToArray();

        new BlurTransform(Height, Width, 1.2).Apply(constant).ShouldAllBe(value => Math.Abs(value - 0.6f) < 1e-5);
    }

    [Fact]
    public void Apply_Noise_HasItsSigma()
    {
        var result = new NoiseTransform(64, 64, 0.05, 3).Apply(new float[3 * 64 * 64]);

        Math.Sqrt(result.Average(value => (double)value * value)).ShouldBe(0.05, 0.002);
    }

    [Fact]
    public void Apply_Jpeg_LosesMoreAtLowerQuality()
    {
        // Grey noise: coloured noise would lose most to 4:2:0 at any quality.
        var grey = TestTensors.Normal(64 * 64, 5).Select(value => Math.Clamp(0.5f + (0.1f * value), 0, 1)).ToArray();
        float[] image = [.. grey, .. grey, .. grey];

        Error(50).ShouldBeGreaterThan(1.5 * Error(95));
        Error(95).ShouldBeGreaterThan(0);

        double Error(int quality) => new JpegTransform(64, 64, quality).Apply(image).Zip(image, (a, b) => (double)(a - b) * (a - b)).Sum();
    }

    [Fact]
    public void ForStep_EveryRound_DealsEveryKindInItsProportion()
    {
        var draws = new RandomTransform(Height, Width, 2, mostPasses: 6);
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
        var image = TestTensors.Normal(3 * Height * Width, 1);
        for (var step = 0; step < 12; step++)
        {
            var first = new RandomTransform(Height, Width, 9, mostPasses: 6).ForStep(step).Apply(image);
            var second = new RandomTransform(Height, Width, 9, mostPasses: 6).ForStep(step).Apply(image);

            first.ShouldBe(second);
            first.Length.ShouldBe(image.Length);
        }
    }

    private static IImageTransform Create(string name) => name switch
    {
        "resize" => new ResizeTransform(Height, Width, 11, 20),
        "blur" => new BlurTransform(Height, Width, 1.1),
        _ => new ComposedTransform(new ResizeTransform(Height, Width, 12, 16), new BlurTransform(12, 16, 0.8)),
    };
}
