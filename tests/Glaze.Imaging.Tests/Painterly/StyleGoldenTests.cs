using Glaze.Imaging.Painterly;
using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests.Painterly;

public sealed class StyleGoldenTests
{
    public static TheoryData<string> Names => [.. StyleCatalog.All.Select(style => style.Name)];

    // A single pixel may fall on the other side of a threshold where elementary functions round differently.
    [Theory]
    [MemberData(nameof(Names))]
    public void Render_SmallScene_LooksAsApproved(string name)
    {
        var scene = PlanarImage.FromPixels(TestPictures.Scene(64, 64));

        GoldenImage.ShouldMatch(Path.Combine("Golden", name), StyleCatalog.Find(name)!.Render(scene, 1).ToPixels(), rms: 3, farPixels: 0.02);
    }
}
