namespace Glaze.Cloaking;

/// <summary>How many optimiser steps a render quality buys; each evaluates one encoder once.</summary>
/// <param name="CoarseSteps">Steps on the whole picture, shrunk to <see cref="CoarseSide"/>; only for pictures larger than one window.</param>
/// <param name="WindowSteps">Steps on each window.</param>
/// <param name="FullShare">Share of a window's steps taken at full resolution, 0..1; the others see it at half.</param>
/// <param name="WindowSide">Longest side of a window in pixels.</param>
internal sealed record StepPlan(int CoarseSteps, int WindowSteps, double FullShare, int WindowSide)
{
    /// <summary>Longest side in pixels of the picture as trainers see it, who shrink to 512–1024: larger ones are shrunk to it first, others are one window.</summary>
    public const int CoarseSide = 768;

    /// <summary>The plan of a quality for a picture that needs a number of windows.</summary>
    /// <param name="quality">The quality.</param>
    /// <param name="isSingleWindow">Whether the whole picture fits one window.</param>
    /// <param name="turns">Number of turns in a round of the encoders: several encoders get more steps.</param>
    /// <returns>The plan.</returns>
    public static StepPlan For(RenderQuality quality, bool isSingleWindow, int turns = 1)
    {
        var (whole, window, fullShare) = quality switch
        {
            RenderQuality.Draft => (8, 2, 0.0),
            RenderQuality.Fast => (7, 1, 1.0),
            RenderQuality.Balanced => (20, 3, 1.0),
            _ => (100, 16, 1.0),
        };
        var rounds = turns <= 1 ? 1 : turns * 0.4;
        int Steps(int count) => Math.Max((int)Math.Round(count * rounds), Math.Min(count, turns));
        return isSingleWindow ? new(0, Steps(whole), fullShare, CoarseSide) : new(Steps(whole), Steps(window), fullShare, 512);
    }
}
