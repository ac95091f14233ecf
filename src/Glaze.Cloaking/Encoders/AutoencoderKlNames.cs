namespace Glaze.Cloaking.Encoders;

/// <summary>Where the layers of an AutoencoderKL encoder are found: the same network is published under three sets of names.</summary>
/// <param name="Block">Residual block, by stage and position.</param>
/// <param name="Shortcut">1×1 convolution of a block that changes its width, below the block.</param>
/// <param name="Downsample">Strided convolution at the end of a stage.</param>
/// <param name="MiddleBlock">Residual block before (0) and after (1) the attention.</param>
/// <param name="AttentionNormalization">Normalisation before the attention.</param>
/// <param name="Query">Projection to queries.</param>
/// <param name="Key">Projection to keys.</param>
/// <param name="Value">Projection to values.</param>
/// <param name="AttentionOutput">Projection of the attention's result.</param>
/// <param name="OutputNormalization">Normalisation before the last convolution.</param>
internal sealed record AutoencoderKlNames(
    Func<int, int, string> Block,
    string Shortcut,
    Func<int, string> Downsample,
    Func<int, string> MiddleBlock,
    string AttentionNormalization,
    string Query,
    string Key,
    string Value,
    string AttentionOutput,
    string OutputNormalization)
{
    /// <summary>Names of the original latent diffusion code.</summary>
    public static readonly AutoencoderKlNames Original = new(
        (stage, index) => $"down.{stage}.block.{index}",
        "nin_shortcut",
        stage => $"down.{stage}.downsample.conv",
        index => $"mid.block_{index + 1}",
        "mid.attn_1.norm",
        "mid.attn_1.q",
        "mid.attn_1.k",
        "mid.attn_1.v",
        "mid.attn_1.proj_out",
        "norm_out");

    /// <summary>Names of the diffusers library.</summary>
    public static readonly AutoencoderKlNames Diffusers = new(
        (stage, index) => $"down_blocks.{stage}.resnets.{index}",
        "conv_shortcut",
        stage => $"down_blocks.{stage}.downsamplers.0.conv",
        index => $"mid_block.resnets.{index}",
        "mid_block.attentions.0.group_norm",
        "mid_block.attentions.0.to_q",
        "mid_block.attentions.0.to_k",
        "mid_block.attentions.0.to_v",
        "mid_block.attentions.0.to_out.0",
        "conv_norm_out");

    /// <summary>Names of the diffusers library in its first years.</summary>
    public static readonly AutoencoderKlNames EarlyDiffusers = Diffusers with
    {
        Query = "mid_block.attentions.0.query",
        Key = "mid_block.attentions.0.key",
        Value = "mid_block.attentions.0.value",
        AttentionOutput = "mid_block.attentions.0.proj_attn",
    };

    /// <summary>All sets.</summary>
    public static IReadOnlyList<AutoencoderKlNames> All { get; } = [Original, Diffusers, EarlyDiffusers];
}
