using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class PerturbationBudgetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(13.9)]
    public void Create_AnyTexture_NeverExceedsEpsilon(double epsilon)
    {
        var budget = PerturbationBudget.Create(TestPictures.Noise(64, 48), null, epsilon, seed: 1);

        ((double)budget.Bounds.ToArray().Max()).ShouldBeLessThanOrEqualTo(epsilon);
    }

    [Fact]
    public void Create_BusyTexture_AllowsMostOfEpsilon()
    {
        var budget = PerturbationBudget.Create(TestPictures.Noise(64, 64), null, 8, seed: 1);

        budget.Bounds.ToArray().Average(bound => (double)bound).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("flat")]
    [InlineData("gradient")]
    public void Create_FlatOrSmooth_KeepsRmsBelowPromise(string kind)
    {
        var picture = kind == "flat" ? TestPictures.Flat(200, 100) : TestPictures.Gradient(200, 100);

        var bounds = PerturbationBudget.Create(picture, null, 14, seed: 2).Bounds.ToArray();

        // Even if every δ lay on its bound, the RMS in flat colour stays under the 0.8/255 promised.
        Math.Sqrt(bounds.Average(bound => (double)bound * bound)).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Create_TransparentPixels_MayNotMove()
    {
        var picture = TestPictures.Noise(40, 40);
        TestPictures.SetAlpha(picture, i => (byte)(i % 3 == 0 ? 0 : 200));

        var bounds = PerturbationBudget.Create(picture, null, 8, seed: 1).Bounds;

        for (var i = 0; i < bounds.Length; i += 3)
        {
            bounds[i].ShouldBe((byte)0);
        }
    }

    [Fact]
    public void Create_UnselectedPixels_MayNotMove()
    {
        var selection = new byte[40 * 40];
        selection.AsSpan(800).Fill(255);

        var bounds = PerturbationBudget.Create(TestPictures.Noise(40, 40), selection, 8, seed: 1).Bounds;

        bounds[..800].ToArray().ShouldAllBe(bound => bound == 0);
        bounds[800..].ToArray().Average(bound => (double)bound).ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Create_OutlineOnFlatColour_LeavesNeighboursFlat()
    {
        var picture = TestPictures.Cel(96, 96);

        var bounds = PerturbationBudget.Create(picture, null, 8, seed: 1).Bounds.ToArray();

        // Three to six pixels beside the outline, far from the textured corner.
        var beside = Enumerable.Range(50, 40).SelectMany(i => Enumerable.Range(3, 4).Select(d => (double)bounds[(i * 96) + Math.Min(95, i + d)])).ToList();
        Math.Sqrt(beside.Average(bound => bound * bound)).ShouldBeLessThan(0.9);
    }

    [Fact]
    public void WithoutFlat_PixelsOfOneLevel_MayNotChange()
    {
        var budget = PerturbationBudget.Create(TestPictures.Noise(40, 40), null, 8, seed: 1);

        var textured = budget.WithoutFlat().Bounds.ToArray();

        textured.ShouldAllBe(bound => bound != 1);
        textured.Zip(budget.Bounds.ToArray()).ShouldAllBe(pair => pair.Second <= 1 ? pair.First == 0 : pair.First == pair.Second);
    }
}
