namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>The networks whose features LPIPS compares (arXiv 1801.03924, section 3).</summary>
/// <param name="DisplayName">Its name.</param>
/// <param name="MinimumSide">Smallest picture side that leaves a position on the last tap.</param>
/// <param name="Convolutions">Its convolutions in order.</param>
internal sealed record LpipsBackbone(string DisplayName, int MinimumSide, IReadOnlyList<LpipsConvolution> Convolutions)
{
    /// <summary>Number of taps, each with a linear head.</summary>
    public const int Taps = 5;

    /// <summary>AlexNet up to its fifth ReLU.</summary>
    public static readonly LpipsBackbone AlexNet = new(
        "AlexNet",
        31,
        [
            new(1, 0, Kernel: 11, Stride: 4, Padding: 2, IsTapped: true),
            new(2, 3, Kernel: 5, Padding: 2, PoolBefore: 3, IsTapped: true),
            new(3, 6, PoolBefore: 3, IsTapped: true),
            new(4, 8, IsTapped: true),
            new(5, 10, IsTapped: true),
        ]);

    /// <summary>VGG16 up to ReLU 5-3.</summary>
    public static readonly LpipsBackbone Vgg16 = new(
        "VGG16",
        16,
        [
            new(1, 0),
            new(1, 2, IsTapped: true),
            new(2, 5, PoolBefore: 2),
            new(2, 7, IsTapped: true),
            new(3, 10, PoolBefore: 2),
            new(3, 12),
            new(3, 14, IsTapped: true),
            new(4, 17, PoolBefore: 2),
            new(4, 19),
            new(4, 21, IsTapped: true),
            new(5, 24, PoolBefore: 2),
            new(5, 26),
            new(5, 28, IsTapped: true),
        ]);

    /// <summary>All backbones.</summary>
    public static IReadOnlyList<LpipsBackbone> All { get; } = [AlexNet, Vgg16];
}
