namespace Glaze.Cloaking.Encoders;

/// <summary>One resolution of an AutoencoderKL encoder.</summary>
/// <param name="Blocks">Its residual blocks.</param>
/// <param name="Downsample">Name of the strided convolution that ends it, or null for the last stage.</param>
internal sealed record AutoencoderKlStage(IReadOnlyList<AutoencoderKlBlock> Blocks, string? Downsample);
