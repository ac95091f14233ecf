namespace Glaze.Cloaking;

/// <summary>How many optimiser steps a render quality buys.</summary>
/// <param name="CoarseSteps">Steps on the whole picture, shrunk to <see cref="CoarseSide"/>; only for pictures larger than one window.</param>
/// <param name="WindowSteps">Steps on each window.</param>
/// <param name="AtHalf">Whether the steps see the window at half resolution: four times as fast, and far less protection.</param>
/// <param name="WindowSide">Longest side of a window in pixels.</param>
public sealed record StepPlan(int CoarseSteps, int WindowSteps, bool AtHalf, int WindowSide)
{
    /// <summary>Longest side of the shrunken whole picture, in pixels: trainers shrink pictures to 512–1024.</summary>
    public const int CoarseSide = 768;

    /// <summary>The plan of a quality for a picture that needs a number of windows.</summary>
    /// <param name="quality">The quality.</param>
    /// <param name="isSingleWindow">Whether the whole picture fits one window.</param>
    /// <returns>The plan.</returns>
    public static StepPlan For(RenderQuality quality, bool isSingleWindow) => (quality, isSingleWindow) switch
    {
        (RenderQuality.Draft, true) => new(0, 8, AtHalf: true, SingleSide),
        (RenderQuality.Fast, true) => new(0, 9, AtHalf: false, SingleSide),
        (RenderQuality.Balanced, true) => new(0, 40, AtHalf: false, SingleSide),
        (RenderQuality.Best, true) => new(0, 160, AtHalf: false, SingleSide),
        (RenderQuality.Draft, false) => new(10, 4, AtHalf: true, 512),
        (RenderQuality.Fast, false) => new(10, 2, AtHalf: false, 512),
        (RenderQuality.Balanced, false) => new(24, 12, AtHalf: false, 512),
        _ => new(80, 40, AtHalf: false, 512),
    };

    /// <summary>Pictures up to this many pixels on their longer side are optimised as one window.</summary>
    public const int SingleSide = 640;
}
