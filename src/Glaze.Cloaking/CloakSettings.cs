using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking;

/// <summary>Everything that affects the outcome of a cloak, apart from the picture itself.</summary>
/// <param name="Intensity">The user's slider, 0..100; 50 stands for the published perceptual budget p = 0.05.</param>
/// <param name="Quality">How many optimiser steps to spend.</param>
/// <param name="StyleName">A style's name, or null to let the percentile rule choose.</param>
/// <param name="Seed">Seed of every random draw: the same seed gives the same bytes.</param>
/// <param name="Flat">What flat colour may carry.</param>
public sealed record CloakSettings(
    double Intensity = CloakSettings.PublishedIntensity,
    RenderQuality Quality = RenderQuality.Balanced,
    string? StyleName = null,
    int Seed = 0,
    FlatColour Flat = FlatColour.Clean)
{
    /// <summary>The intensity at which the budget equals the published one; what people begin with is the doors' choice.</summary>
    public const double PublishedIntensity = 50;

    /// <summary>
    /// Hard bound ε on the change of any colour value, in 8-bit levels (2 at intensity 0, 14 at 50, 26 at 100). Single values come near it in
    /// busy texture only; what a viewer sees is held by the ball of <see cref="Budget.WindowBudget"/> and by <see cref="PerceptualBudget"/>.
    /// </summary>
    public double Epsilon => EpsilonAt(Intensity);

    /// <summary>Perceptual budget p; 0.05 at intensity 50 (arXiv 2302.04222, section 5), proportional to ε.</summary>
    public double PerceptualBudget => 0.05 * Epsilon / EpsilonAt(PublishedIntensity);

    private static double EpsilonAt(double intensity) => 2 + (0.24 * intensity);

    /// <summary>Returns these settings when they are within range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The intensity is not within 0..100.</exception>
    public CloakSettings Validated() =>
        Intensity is >= 0 and <= 100
            ? this
            : throw new ArgumentOutOfRangeException(nameof(Intensity), Intensity, "Intensity must be from 0 to 100.");
}
