namespace Glaze.Cloaking.Targets;

/// <summary>
/// Chooses T as published (arXiv 2302.04222, section 5.3): the distance between the artist's feature centroid and each
/// candidate's, then a seeded draw among the candidates between the 50th and the 75th percentile.
/// </summary>
internal static class TargetStyleChooser
{
    /// <summary>Draws a candidate.</summary>
    /// <param name="distances">Distance of each candidate's feature centroid from the artist's, one or more.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>Index of the candidate.</returns>
    public static int Choose(IReadOnlyList<double> distances, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(distances.Count);
        var order = Enumerable.Range(0, distances.Count).OrderBy(i => distances[i]).ThenBy(i => i).ToList();
        var first = (int)Math.Ceiling(0.50 * (order.Count - 1));
        var last = (int)Math.Floor(0.75 * (order.Count - 1));
        var eligible = order.GetRange(first, Math.Max(1, last - first + 1));
        return eligible[new Random(seed).Next(eligible.Count)];
    }
}
