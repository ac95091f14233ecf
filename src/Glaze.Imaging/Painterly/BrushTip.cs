namespace Glaze.Imaging.Painterly;

/// <summary>What a brush leaves behind.</summary>
internal sealed record BrushTip
{
    /// <summary>How much paint covers what is below, 0..1.</summary>
    internal float Opacity { get; init; } = 0.95f;

    /// <summary>Lightness difference between bristles, 0..0.5.</summary>
    internal float Bristles { get; init; } = 0.08f;

    /// <summary>Share of the mark where the brush runs dry, 0..1.</summary>
    internal float Dryness { get; init; } = 0.1f;

    /// <summary>Softness of the sides as a part of the half width, 0.05..1.</summary>
    internal float Softness { get; init; } = 0.25f;

    /// <summary>Raggedness of the ends as a part of the width.</summary>
    internal float Ragged { get; init; } = 0.6f;
}
