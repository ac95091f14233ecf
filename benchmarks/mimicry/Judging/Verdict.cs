namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>What the judges say of a set of pictures.</summary>
/// <param name="Artist">Share given to the artist: mimicry success.</param>
/// <param name="Target">Share given to T.</param>
/// <param name="Kernel">Kernel distance to the artist's held-out pictures.</param>
/// <param name="Gram">Gram distance to them.</param>
internal sealed record Verdict(double Artist, double Target, double Kernel, double Gram);
