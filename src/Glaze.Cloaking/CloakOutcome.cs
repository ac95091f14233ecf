using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>A finished cloak and how it came about.</summary>
/// <param name="Cloaked">The cloaked picture; alpha, unselected and fully transparent pixels as in the original.</param>
/// <param name="Target">Ω(x, T) at working size.</param>
/// <param name="StyleName">The target style T.</param>
/// <param name="Epsilon">The hard bound in 8-bit levels that every value keeps.</param>
/// <param name="PerceptualBudget">The budget p of the perceptual penalty.</param>
/// <param name="StepCount">Optimiser steps taken, over all windows.</param>
/// <param name="FirstLoss">Mean loss over the first four steps of every window, relative to the untouched picture; null when no step was needed.</param>
/// <param name="LastLoss">Mean loss over the last four steps of every window, likewise.</param>
/// <param name="StageSeconds">Wall-clock seconds by stage.</param>
public sealed record CloakOutcome(
    PixelBuffer Cloaked,
    PlanarImage Target,
    string StyleName,
    double Epsilon,
    double PerceptualBudget,
    int StepCount,
    double? FirstLoss,
    double? LastLoss,
    IReadOnlyDictionary<CloakStage, double> StageSeconds);
