using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>What the judge sees of some pictures.</summary>
/// <param name="Features">(N, 960): the mean of every channel of the four stages.</param>
/// <param name="Grams">Of the first two stages, (N, C, C): which channels answer together, wherever that is (Gatys et al., arXiv 1508.06576).</param>
internal sealed record Seen(Tensor Features, IReadOnlyList<Tensor> Grams)
{
    private const int GramStages = 2;
    private const int PerTurn = 4;

    /// <summary>Number of pictures.</summary>
    public int Count => (int)Features.shape[0];

    /// <summary>Looks at pictures.</summary>
    /// <param name="eyes">The network.</param>
    /// <param name="pictures">(N, 3, H, W), RGB 0..1.</param>
    public static Seen Of(ResNet18 eyes, Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var parts = pictures.split(PerTurn).Select(part => Look(eyes, part)).ToList();
        return new Seen(
            cat([.. parts.Select(part => part.Features)]).MoveToOuterDisposeScope(),
            [.. Enumerable.Range(0, GramStages).Select(stage => cat([.. parts.Select(part => part.Grams[stage])]).MoveToOuterDisposeScope())]);
    }

    /// <summary>All of these together.</summary>
    public static Seen Together(IReadOnlyList<Seen> parts) => new(
        cat([.. parts.Select(part => part.Features)]),
        [.. Enumerable.Range(0, GramStages).Select(stage => cat([.. parts.Select(part => part.Grams[stage])]))]);

    private static Seen Look(ResNet18 eyes, Tensor pictures)
    {
        using var scope = NewDisposeScope();
        var stages = eyes.Stages(pictures);
        return new Seen(
            cat([.. stages.Select(stage => stage.mean([2, 3]))], 1).MoveToOuterDisposeScope(),
            [.. stages.Take(GramStages).Select(stage => Gram(stage).MoveToOuterDisposeScope())]);
    }

    private static Tensor Gram(Tensor stage)
    {
        var channels = stage.flatten(2);
        return channels.bmm(channels.transpose(1, 2)) / channels.shape[2];
    }
}
