namespace Glaze.Cloaking.Encoders;

/// <summary>The encoders a cloak is computed on, their losses weighed equally.</summary>
/// <param name="Encoders">At least one encoder.</param>
public sealed record SurrogateEnsemble(IReadOnlyList<SurrogateEncoder> Encoders)
{
    /// <summary>Height and width of a window must be multiples of this many pixels.</summary>
    public int Alignment => Encoders.Max(encoder => encoder.Downscale);

    /// <summary>What the ensemble stands for, in users' words, each once.</summary>
    public IReadOnlyList<string> StandsFor => Encoders.Select(encoder => encoder.StandsFor).Distinct().ToList();
}
