namespace Glaze.Cloaking.Encoders;

/// <summary>One residual block of an AutoencoderKL encoder.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shortcut">Name of the 1×1 convolution on its skip connection, or null when the width stays.</param>
internal sealed record AutoencoderKlBlock(string Name, string? Shortcut);
