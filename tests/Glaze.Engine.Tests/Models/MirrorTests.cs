using Glaze.Engine.Models;

namespace Glaze.Engine.Tests.Models;

public sealed class MirrorTests
{
    private static readonly ModelManifest Manifest = new(1, [TestModels.Entry(new Uri("https://models.invalid/a/tiny.safetensors?v=2"), [1, 2]), TestModels.Entry(null, [1, 2])]);

    [Theory]
    [InlineData("https://mirror.invalid", "https://mirror.invalid/a/tiny.safetensors?v=2")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/a/tiny.safetensors?v=2")]
    public void At_Mirror_ChangesTheServerAndNothingElse(string mirror, string url)
    {
        var entry = Manifest.At(mirror).Models[0];

        entry.ShouldBe(Manifest.Models[0] with { Url = new Uri(url) });
        Manifest.At(mirror).Models[1].Url.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://mirror.invalid")]
    [InlineData("file:///etc/models")]
    [InlineData("mirror")]
    public void At_UnsafeAddress_IsRefused(string mirror) => Should.Throw<UserException>(() => Manifest.At(mirror)).Message.ShouldContain("GLAZE_MIRROR");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void At_Nothing_IsThePublishers(string? mirror) => Manifest.At(mirror).ShouldBeSameAs(Manifest);
}
