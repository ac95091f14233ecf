namespace Glaze.Cloaking.Objectives;

/// <summary>
/// Weighs the families of an ensemble toward those that are behind: a family whose latent has come less far toward the target's weighs
/// more, in proportion to a power of the way that is left.
/// </summary>
internal sealed class FamilyBalance
{
    private const double Power = 6;
    private const double Memory = 0.6;

    private readonly Dictionary<string, double> _left = new(StringComparer.Ordinal);

    /// <summary>Notes how much of a family's squared distance is left, 1 at the start.</summary>
    public void Record(string family, double left) =>
        _left[family] = _left.TryGetValue(family, out var before) ? (Memory * before) + ((1 - Memory) * left) : left;

    /// <summary>The weight of each of some families; their mean is 1.</summary>
    public double[] Weights(IEnumerable<string> families)
    {
        var weights = families.Select(family => Math.Pow(Math.Clamp(_left.GetValueOrDefault(family, 1), 0.05, 2), Power)).ToArray();
        var mean = weights.Average();
        return [.. weights.Select(weight => weight / mean)];
    }
}
