using Glaze.Imaging.Colours;
using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Tests;

public sealed class ColourSpaceTests
{
    [Fact]
    public void Read_MatrixProfile_AgreesWithLibvips()
    {
        var ours = IccColours.Read(TestFiles.DisplayP3(), isGreyscale: false).ShouldBeOfType<MatrixColours>();
        var theirs = ProfileColours.Open(TestFiles.DisplayP3()).ShouldNotBeNull();
        var values = Values(1000, lowest: 0.1f);
        var (first, second) = ((float[])values.Clone(), (float[])values.Clone());

        ours.ToShown(first);
        theirs.ToShown(second);
        var (back, alsoBack) = ((float[])first.Clone(), (float[])first.Clone());
        ours.FromShown(back);
        theirs.FromShown(alsoBack);

        Worst(first, second).ShouldBeLessThan(1 / 255f);
        Worst(back, values).ShouldBeLessThan(0.02f / 255);
        Worst(alsoBack, values).ShouldBeLessThan(1 / 255f);
    }

    [Fact]
    public void Of_NothingSaid_IsSrgb() => ColourSpace.Of(new ImageMetadata(), isGreyscale: false).ShouldBeNull();

    [Theory]
    [InlineData(12, 13, true)]
    [InlineData(9, 16, true)]
    [InlineData(9, 18, true)]
    [InlineData(1, 8, true)]
    [InlineData(1, 13, false)]
    public void Of_CodePoints_AreColoursOfTheirOwnUnlessTheyMeanSrgb(byte primaries, byte transfer, bool hasOwn)
    {
        var metadata = new ImageMetadata { PngChunks = [new PngChunk("cICP", [primaries, transfer, 0, 1])] };

        (ColourSpace.Of(metadata, isGreyscale: false) is not null).ShouldBe(hasOwn);
    }

    [Fact]
    public void ToShown_GammaOne_IsSrgbsOwnCurve()
    {
        var metadata = new ImageMetadata { PngChunks = [new PngChunk("gAMA", [0, 1, 0x86, 0xA0])] };
        float[] values = [0.5f, 0.5f, 0.5f];

        ColourSpace.Of(metadata, isGreyscale: false)!.ToShown(values);

        // Half the light is 188 of 255.
        values[0].ShouldBe(0.7354f, 0.001f);
    }

    private static float[] Values(int count, float lowest)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, 3 * count).Select(_ => lowest + ((1 - lowest) * random.NextSingle()))];
    }

    private static float Worst(float[] first, float[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Max();
}
