using System.Text.RegularExpressions;
using Glaze.Engine.Models;

namespace Glaze.Engine.Tests.Models;

public sealed partial class ModelManifestTests
{
    [Fact]
    public void Embedded_AllEntries_AreComplete()
    {
        var manifest = ModelManifest.Embedded;

        manifest.Version.ShouldBe(1);
        manifest.Models.Select(model => model.Id).ShouldBeUnique();
        manifest.Models.ShouldAllBe(model => Identifier().IsMatch(model.Id));
        manifest.Models.ShouldAllBe(model => model.StandsFor.Length > 0 && model.Licence.Name.Length > 0);
        manifest.Models.SelectMany(model => model.Hashes).ShouldAllBe(hash => Sha256().IsMatch(hash));
        manifest.Models.SelectMany(model => model.Hashes).ShouldBeUnique();
    }

    [Fact]
    public void Embedded_AllAddresses_AreEncryptedAndOfSafeFiles() => ModelManifest.Embedded.Models
        .Where(model => model.Url is not null)
        .ShouldAllBe(model => model.Url!.Scheme == "https" && model.Url.AbsolutePath.EndsWith(".safetensors", StringComparison.Ordinal));

    [Theory]
    [InlineData("Stable Diffusion 1.x / 2.x")]
    [InlineData("SDXL")]
    [InlineData("FLUX.1")]
    [InlineData("FLUX.2")]
    public void Embedded_EveryFamily_HasATinyAndAFullEncoder(string family) =>
        ModelManifest.Embedded.Models.Where(model => model.StandsFor == family).Select(model => model.Architecture.Split(',')[0]).ShouldBe(["TAESD", "AutoencoderKL"]);

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}
