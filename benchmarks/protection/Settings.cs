using Glaze.Cloaking;
using Glaze.Cloaking.Budget;

namespace Glaze.Benchmarks.Protection;

/// <summary>What holds for a whole run.</summary>
/// <param name="Mini">The file of glaze-mini.</param>
/// <param name="Surrogates">Folder of the published encoders and decoders.</param>
/// <param name="Pictures">Folder of the test pictures.</param>
/// <param name="Results">The result file; what else is written lies beside it.</param>
/// <param name="Quality">Our render quality.</param>
/// <param name="Flat">What flat colour may carry.</param>
/// <param name="Intensity">Our intensity.</param>
/// <param name="Seed">Seed of styles and cloaks.</param>
/// <param name="Style">T for all pictures; null for the rule.</param>
/// <param name="StepShare">Share of the peers' published steps.</param>
internal sealed record Settings(
    FileInfo Mini,
    DirectoryInfo Surrogates,
    DirectoryInfo Pictures,
    FileInfo Results,
    RenderQuality Quality,
    FlatColour Flat,
    double Intensity,
    int Seed,
    string? Style,
    double StepShare)
{
    /// <summary>A file or folder beside the results.</summary>
    public string Beside(string name) => Path.Combine(Results.DirectoryName!, name);

    /// <summary>The product's settings for a style; null for the rule.</summary>
    public CloakSettings Cloak(string? style) => new(Intensity, Quality, style, Seed, Flat);
}
