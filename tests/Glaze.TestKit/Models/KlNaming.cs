namespace Glaze.TestKit.Models;

/// <summary>How a library names the tensors of an AutoencoderKL encoder; {0} is the stage, {1} the block.</summary>
/// <param name="Block">A residual block.</param>
/// <param name="Shortcut">Its 1×1 convolution where the width changes.</param>
/// <param name="Downsample">The convolution that halves.</param>
/// <param name="MiddleBlock">The blocks at the smallest size, {1} counted as in the library.</param>
/// <param name="FirstMiddle">The number of the first of them.</param>
/// <param name="Attention">The attention between them.</param>
/// <param name="Parts">Its normalisation, query, key, value and output.</param>
/// <param name="NormOut">The last normalisation.</param>
/// <param name="IsLinear">Whether projections are stored as matrices rather than 1×1 kernels.</param>
public sealed record KlNaming(
    string Block, string Shortcut, string Downsample, string MiddleBlock, int FirstMiddle, string Attention, IReadOnlyList<string> Parts, string NormOut, bool IsLinear)
{
    /// <summary>The names of the first publications.</summary>
    public static KlNaming Original { get; } = new(
        "down.{0}.block.{1}", "nin_shortcut", "down.{0}.downsample.conv", "mid.block_{0}", 1, "mid.attn_1", ["norm", "q", "k", "v", "proj_out"], "norm_out", IsLinear: false);

    /// <summary>The names of diffusers.</summary>
    public static KlNaming Diffusers { get; } = new(
        "down_blocks.{0}.resnets.{1}", "conv_shortcut", "down_blocks.{0}.downsamplers.0.conv", "mid_block.resnets.{0}", 0, "mid_block.attentions.0",
        ["group_norm", "to_q", "to_k", "to_v", "to_out.0"], "conv_norm_out", IsLinear: true);

    /// <summary>The names of diffusers before the attention was rewritten.</summary>
    public static KlNaming EarlyDiffusers { get; } = Diffusers with { Parts = ["group_norm", "query", "key", "value", "proj_attn"] };
}
