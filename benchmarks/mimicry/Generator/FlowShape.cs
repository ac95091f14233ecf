namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>Sizes of the generator.</summary>
/// <param name="Channels">Channels of a latent.</param>
/// <param name="Side">Side of a latent, a multiple of 4.</param>
/// <param name="Inner">Channels of the convolutions, at half the side.</param>
/// <param name="Width">Width of a token; a token stands for 4² latent cells.</param>
/// <param name="Blocks">Attention blocks.</param>
internal sealed record FlowShape(int Channels, int Side, int Inner, int Width, int Blocks)
{
    /// <summary>Channels of one attention head.</summary>
    public const int HeadWidth = 48;

    /// <summary>What the convolutions see of 2² latent cells.</summary>
    public int Folded => 4 * Channels;

    /// <summary>Tokens of a latent.</summary>
    public int Tokens => Side / 4 * (Side / 4);

    /// <summary>Of the width that the figures are of: 4 blocks have 2.2 million parameters, 6 have 3.1.</summary>
    public static FlowShape Of(int channels, int side, int blocks) => new(channels, side, 64, 192, blocks);
}
