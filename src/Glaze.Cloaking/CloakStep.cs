namespace Glaze.Cloaking;

/// <summary>How far a cloak has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">Share of the expected work that is done, 0..1.</param>
/// <param name="Loss">The latest loss relative to the untouched picture (1 at the start), or null before the first step.</param>
public readonly record struct CloakStep(CloakStage Stage, double Fraction, double? Loss);
