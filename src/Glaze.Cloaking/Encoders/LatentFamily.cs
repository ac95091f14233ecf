namespace Glaze.Cloaking.Encoders;

/// <summary>The channels of an encoder's latent that stand for one family of image models.</summary>
/// <param name="StandsFor">The family in users' words, for example "SDXL"; families of this name in different encoders are the same one.</param>
/// <param name="Start">First channel.</param>
/// <param name="Channels">Number of channels.</param>
public sealed record LatentFamily(string StandsFor, int Start, int Channels)
{
    /// <summary>The families that glaze-mini knows, by their short names in its architecture.</summary>
    internal static IReadOnlyDictionary<string, string> ShortNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sd"] = "Stable Diffusion 1.x / 2.x",
        ["sdxl"] = "SDXL",
        ["flux.1"] = "FLUX.1",
        ["flux.2"] = "FLUX.2",
    };
}
