namespace Glaze.Cloaking;

/// <summary>How many optimiser steps a render quality buys.</summary>
/// <param name="CoarseSteps">Steps on the whole picture, shrunk to <see cref="CoarseSide"/>; only for pictures larger than one window.</param>
/// <param name="WindowSteps">Steps on each window.</param>
/// <param name="FullShare">Share of a window's steps taken at full resolution, 0..1; the others see it at half.</param>
/// <param name="WindowSide">Longest side of a window in pixels.</param>
public sealed record StepPlan(int CoarseSteps, int WindowSteps, double FullShare, int WindowSide)
{
    /// <summary>Longest side of the shrunken whole picture, in pixels: trainers shrink pictures to 512–1024.</summary>
    public const int CoarseSide = 768;

    /// <summary>The plan of a quality for a picture that needs a number of windows.</summary>
    /// <param name="quality">The quality.</param>
    /// <param name="isSingleWindow">Whether the whole picture fits one window.</param>
    /// <returns>The plan.</returns>
    public static StepPlan For(RenderQuality quality, bool isSingleWindow) => (quality, isSingleWindow) switch
    {
        (RenderQuality.Draft, true) => new(0, 8, 0, SingleSide),
        (RenderQuality.Fast, true) => new(0, 9, 1, SingleSide),
        (RenderQuality.Balanced, true) => new(0, 48, 0.7, SingleSide),
        (RenderQuality.Best, true) => new(0, 180, 0.7, SingleSide),
        (RenderQuality.Draft, false) => new(10, 4, 0, 512),
        (RenderQuality.Fast, false) => new(10, 2, 1, 512),
        (RenderQuality.Balanced, false) => new(24, 12, 0.7, 512),
        _ => new(80, 54, 0.7, 512),
    };

    /// <summary>Pictures up to this many pixels on their longer side are optimised as one window.</summary>
    public const int SingleSide = 640;
}
