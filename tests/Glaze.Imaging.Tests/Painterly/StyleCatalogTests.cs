using System.Text.RegularExpressions;
using Glaze.Imaging.Filters;
using Glaze.Imaging.Painterly;
using Glaze.Imaging.Resampling;
using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests.Painterly;

public sealed class StyleCatalogTests
{
    public static TheoryData<string> Names => [.. StyleCatalog.All.Select(style => style.Name)];

    [Fact]
    public void All_HoldsAtLeastSixteenStylesWithNamesOfTheirOwn()
    {
        StyleCatalog.All.Count.ShouldBeGreaterThanOrEqualTo(16);
        StyleCatalog.All.Select(s => s.Name).ShouldBeUnique();
        StyleCatalog.All.ShouldAllBe(s => Regex.IsMatch(s.Name, "^[a-z]+(-[a-z]+)*$"));
        StyleCatalog.All.ShouldAllBe(s => s.Description.EndsWith('.'));
    }

    [Fact]
    public void Drawn_HoldsAllButWhatIsHadByNameAlone()
    {
        StyleCatalog.All.Except(StyleCatalog.Drawn).Select(style => style.Name).ShouldBe(["sfumato"]);
        StyleCatalog.Drawn.Count.ShouldBeGreaterThanOrEqualTo(16);
    }

    [Fact]
    public void Find_AnyCase_ReturnsTheStyle()
    {
        StyleCatalog.Find("PointILLism")!.Name.ShouldBe("pointillism");
        StyleCatalog.Find("no-such-style").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_SameSeed_GivesTheSameBits(string name)
    {
        var style = StyleCatalog.Find(name)!;
        var scene = PlanarImage.FromPixels(TestPictures.Scene(70, 90));

        style.Render(scene, 5).Values.ShouldBe(style.Render(scene, 5).Values);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_OtherSeed_GivesAnotherPicture(string name)
    {
        var style = StyleCatalog.Find(name)!;
        var scene = PlanarImage.FromPixels(TestPictures.Scene(96, 96));

        ImageDistance.Rms(style.Render(scene, 5), style.Render(scene, 6)).ShouldBeGreaterThan(0.002);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_SmallestSizes_KeepTheirSizeAndRange(string name)
    {
        foreach (var (width, height) in (ReadOnlySpan<(int, int)>)[(1, 1), (1, 9), (33, 1), (2, 2), (5, 40)])
        {
            var picture = StyleCatalog.Find(name)!.Render(PlanarImage.FromPixels(TestPictures.Noise(width, height, 3)), 1);

            (picture.Width, picture.Height).ShouldBe((width, height));
            picture.Values.ShouldAllBe(v => v >= 0f && v <= 1f);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_Scene_KeepsContentAndChangesTheLook(string name)
    {
        var scene = PlanarImage.FromPixels(TestPictures.Scene(192, 192));
        var copy = scene.Clone();

        var picture = StyleCatalog.Find(name)!.Render(scene, 1);

        scene.Values.ShouldBe(copy.Values);
        ImageDistance.Psnr(scene, picture).ShouldBeLessThan(22);
        Math.Abs(Correlation(Structure(scene), Structure(picture))).ShouldBeGreaterThan(0.4);
    }

    [Fact]
    public void Render_AnyTwoStyles_LookDifferent()
    {
        var scene = PlanarImage.FromPixels(TestPictures.Scene(128, 128));
        var pictures = StyleCatalog.All.Select(style => style.Render(scene, 1)).ToArray();

        for (var i = 0; i < pictures.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                ImageDistance.Rms(pictures[i], pictures[j]).ShouldBeGreaterThan(0.06, $"{StyleCatalog.All[i].Name} against {StyleCatalog.All[j].Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_Cancelled_Throws(string name) =>
        Should.Throw<OperationCanceledException>(() => StyleCatalog.Find(name)!.Render(new PlanarImage(8, 8), 1, new CancellationToken(canceled: true)));

    // What remains when texture is blurred away: coarse light and dark.
    private static double[] Structure(PlanarImage image)
    {
        var small = Resampler.Resize(GaussianBlur.Apply(image, 6), 16, 16, ResampleFilter.Area);
        return [.. Enumerable.Range(0, 256).Select(i => (double)small.Values[i] + small.Values[256 + i] + small.Values[512 + i])];
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
