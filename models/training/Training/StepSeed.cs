namespace Glaze.Training.Training;

/// <summary>
/// Seeds of the steps of a training: of each step its own, and the same on every machine and in every run. (.NET's <c>HashCode</c> is of no use for that: it
/// is drawn anew in every process.)
/// </summary>
internal static class StepSeed
{
    /// <summary>The seed of a step: SplitMix64's number (Steele, Lea, Flood, OOPSLA 2014, figure 17) of the state that seed and step make.</summary>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="step">The step.</param>
    /// <returns>0 to 2³¹ − 1.</returns>
    public static int Of(int seed, int step)
    {
        var z = (((ulong)(uint)seed << 32) | (uint)step) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) >> 33);
    }
}
