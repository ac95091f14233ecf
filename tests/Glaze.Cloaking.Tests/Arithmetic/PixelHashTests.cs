using Glaze.Cloaking.Arithmetic;

namespace Glaze.Cloaking.Tests.Arithmetic;

public sealed class PixelHashTests
{
    [Fact]
    public void Fill_PartsOfARange_AreThoseOfTheWhole()
    {
        var whole = new float[1001];
        var part = new float[300];

        PixelHash.Fill(whole, 17, 5);
        PixelHash.Fill(part, 17 + 450, 5);

        part.ShouldBe(whole[450..750]);
    }

    [Fact]
    public void Fill_ManyValues_AreUnitHashesAboveZero()
    {
        var values = new float[20_000];

        PixelHash.Fill(values, 0, 9);

        for (var i = 0; i < values.Length; i++)
        {
            values[i].ShouldBeInRange(float.Epsilon, 1f);
            values[i].ShouldBe((float)PixelHash.Unit(i, 9), 1e-7);
        }
    }
}
