namespace Glaze.Cloaking.Encoders;

/// <summary>The encoders a cloak is computed on, their losses weighed equally.</summary>
/// <param name="Encoders">At least one encoder.</param>
public sealed record SurrogateEnsemble(IReadOnlyList<SurrogateEncoder> Encoders)
{
    /// <summary>Height and width of a window must be multiples of this many pixels.</summary>
    public int Alignment => Encoders.Max(encoder => encoder.Downscale);

    /// <summary>
    /// One round of turns: every encoder once, but one that knows several families every third time, between those that know one. It is smooth: what
    /// moves it moves encoders that are not here, too. docs/algorithm.md has what that gave.
    /// </summary>
    public IReadOnlyList<SurrogateEncoder> Turns { get; } = InTurn(Encoders);

    /// <summary>What the ensemble stands for, in users' words, each once.</summary>
    public IReadOnlyList<string> StandsFor => Encoders.Select(encoder => encoder.StandsFor).Distinct().ToList();

    private static IReadOnlyList<SurrogateEncoder> InTurn(IReadOnlyList<SurrogateEncoder> encoders)
    {
        var several = encoders.Where(encoder => encoder.Families.Count > 1).ToList();
        var one = encoders.Except(several).ToList();
        if (several.Count != 1 || one.Count < 3)
        {
            return encoders;
        }

        return [.. one.Chunk(2).SelectMany(pair => several.Concat(pair))];
    }
}
