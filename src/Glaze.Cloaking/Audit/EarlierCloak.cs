using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>
/// Notices a picture that was cloaked before, from its pixels alone: a second cloak of the same picture goes where the first one went, so
/// it resembles fine structure that is there already; in an untouched picture it resembles nothing.
/// </summary>
public static class EarlierCloak
{
    /// <summary>From here on a resemblance counts as an earlier cloak; docs/limits.md has the figures it rests on.</summary>
    public const double LikelyFrom = 0.08;

    private const int TileSide = 512;
    private const int MostTiles = 16;
    private const int FewestPixels = 2000;
    private const int Opponents = 2;
    private const int Radius = 2;

    /// <summary>Whether a picture seems to have carried a cloak before it was given this one.</summary>
    /// <param name="original">The picture as it was read.</param>
    /// <param name="cloaked">The same with the new cloak.</param>
    /// <returns>False also when too little was changed to tell.</returns>
    public static bool IsLikely(PixelBuffer original, PixelBuffer cloaked) => Resemblance(original, cloaked) >= LikelyFrom;

    /// <summary>
    /// ρ = Σ w·r(x)·r(δ) / √(Σ w·r(x)² · Σ w·r(δ)²) over the two opponent colours, where δ is the new cloak, r what the operator
    /// (1 −2 1)ᵀ(1 −2 1) leaves of a picture (neither planes nor straight edges) and w one over the local energy of r(x).
    /// </summary>
    /// <param name="original">The picture as it was read.</param>
    /// <param name="cloaked">The same with the new cloak.</param>
    /// <returns>−1..1; 0 when too little was changed to tell.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double Resemblance(PixelBuffer original, PixelBuffer cloaked)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cloaked);
        if (original.Width != cloaked.Width || original.Height != cloaked.Height)
        {
            throw new ArgumentException("The pictures differ in size.", nameof(cloaked));
        }

        var sums = default(Sums);
        foreach (var (left, top) in Tiles(original.Width, original.Height))
        {
            var (width, height) = (Math.Min(TileSide, original.Width - left), Math.Min(TileSide, original.Height - top));
            for (var opponent = 0; opponent < Opponents; opponent++)
            {
                sums = sums.Plus(Of(original, cloaked, left, top, width, height, opponent));
            }
        }

        return sums.Count < FewestPixels * Opponents || sums.Own <= 0 || sums.Added <= 0 ? 0 : sums.Both / Math.Sqrt(sums.Own * sums.Added);
    }

    // Spread evenly where there are more than are needed.
    private static IEnumerable<(int Left, int Top)> Tiles(int width, int height)
    {
        var all = new List<(int Left, int Top)>();
        for (var top = 0; top < height; top += TileSide)
        {
            for (var left = 0; left < width; left += TileSide)
            {
                all.Add((left, top));
            }
        }

        var stride = Math.Max(1, (all.Count + MostTiles - 1) / MostTiles);
        return all.Where((_, i) => i % stride == 0);
    }

    private static Sums Of(PixelBuffer original, PixelBuffer cloaked, int left, int top, int width, int height, int opponent)
    {
        if (width < 3 || height < 3)
        {
            return default;
        }

        var own = Remainder(Plane(original, null));
        var added = Remainder(Plane(cloaked, original));
        var energy = LocalEnergy(own, width, height);
        var sums = default(Sums);
        for (var i = 0; i < own.Length; i++)
        {
            if (added[i] != 0)
            {
                var weight = 1 / (energy[i] + 1);
                sums = sums.Plus(new Sums(weight * own[i] * added[i], weight * own[i] * own[i], weight * added[i] * added[i], 1));
            }
        }

        return sums;

        float[] Plane(PixelBuffer picture, PixelBuffer? less)
        {
            var plane = new float[width * height];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var at = 4 * (((long)(top + y) * picture.Width) + left + x);
                    plane[(y * width) + x] = Opponent(picture.Rgba, at, opponent) - (less is null ? 0 : Opponent(less.Rgba, at, opponent));
                }
            }

            return plane;
        }

        float[] Remainder(float[] plane)
        {
            var remainder = new float[plane.Length];
            for (var y = 1; y < height - 1; y++)
            {
                for (var x = 1; x < width - 1; x++)
                {
                    var i = (y * width) + x;
                    remainder[i] = ((4 * plane[i])
                        - (2 * (plane[i - 1] + plane[i + 1] + plane[i - width] + plane[i + width]))
                        + plane[i - width - 1] + plane[i - width + 1] + plane[i + width - 1] + plane[i + width + 1]) / 6;
                }
            }

            return remainder;
        }
    }

    // Blue against yellow, red against green: painted detail is mostly brightness.
    private static float Opponent(byte[] rgba, long at, int opponent) => opponent == 0
        ? rgba[at + 2] - ((rgba[at] + rgba[at + 1]) / 2f)
        : rgba[at] - rgba[at + 1];

    // The mean of r² over 5×5 pixels.
    private static float[] LocalEnergy(float[] remainder, int width, int height)
    {
        var energy = new float[remainder.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                var count = 0;
                for (var v = Math.Max(0, y - Radius); v <= Math.Min(height - 1, y + Radius); v++)
                {
                    for (var u = Math.Max(0, x - Radius); u <= Math.Min(width - 1, x + Radius); u++)
                    {
                        var value = remainder[(v * width) + u];
                        sum += value * value;
                        count++;
                    }
                }

                energy[(y * width) + x] = sum / count;
            }
        }

        return energy;
    }

    private readonly record struct Sums(double Both, double Own, double Added, long Count)
    {
        public Sums Plus(Sums other) => new(Both + other.Both, Own + other.Own, Added + other.Added, Count + other.Count);
    }
}
