using Glaze.Imaging.Painterly;
using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests.Painterly;

public sealed class StyleSheetTests
{
    [Fact]
    public void Render_SmallScene_PlacesTheOriginalFirstWithALabelBelow()
    {
        var scene = PlanarImage.FromPixels(TestPictures.Scene(32, 24));

        var sheet = StyleSheet.Render(scene, seed: 1, cellSide: 32, columns: 6);

        sheet.HasTransparency.ShouldBeFalse();
        var first = PlanarImage.FromPixels(sheet, 12, 12, 32, 24);
        ImageDistance.MaxDifference(first, scene).ShouldBeLessThan(0.01f);
        LettersIn(sheet, 12, 12 + 24).ShouldBeGreaterThan(200);
        sheet.Height.ShouldBe(12 + ((StyleCatalog.All.Count + 6) / 6 * (24 + 28)));
    }

    private static int LettersIn(PixelBuffer sheet, int x, int y) =>
        (from dy in Enumerable.Range(0, 28) from dx in Enumerable.Range(0, 100) where sheet.Rgba[4 * (((y + dy) * sheet.Width) + x + dx)] == 40 select 1).Count();
}
