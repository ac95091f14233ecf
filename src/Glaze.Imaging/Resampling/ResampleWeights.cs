namespace Glaze.Imaging.Resampling;

/// <summary>
/// The sparse matrix of a one-dimensional resize: every target position is a weighted sum of a run of source positions.
/// </summary>
internal sealed class ResampleWeights
{
    private ResampleWeights(int[] starts, float[][] taps)
    {
        Starts = starts;
        Taps = taps;
    }

    /// <summary>First source position per target position.</summary>
    public int[] Starts { get; }

    /// <summary>Weights per target position, beginning at its start; each row sums to one.</summary>
    public float[][] Taps { get; }

    /// <summary>Builds the matrix from <paramref name="source"/> to <paramref name="target"/> positions.</summary>
    public static ResampleWeights Create(int source, int target, ResampleFilter filter)
    {
        var scale = (double)source / target;
        var starts = new int[target];
        var taps = new float[target][];
        for (var i = 0; i < target; i++)
        {
            // Half-pixel centres: target pixel i covers source interval [i·scale, (i+1)·scale).
            (starts[i], taps[i]) = filter == ResampleFilter.Area && scale > 1
                ? AreaRow(i * scale, (i + 1) * scale, source)
                : KernelRow((i + 0.5) * scale, Math.Max(scale, 1), source, filter);
        }

        return new ResampleWeights(starts, taps);
    }

    /// <summary>The transposed matrix: for each of <paramref name="source"/> positions, the target positions that it counts in.</summary>
    public ResampleWeights Transpose(int source)
    {
        var starts = new int[source];
        var taps = new float[source][];
        var (first, end) = (0, 0);
        for (var s = 0; s < source; s++)
        {
            // Runs begin and end in order, so the targets that see a source are neighbours.
            while (end < Starts.Length && Starts[end] <= s)
            {
                end++;
            }

            while (first < end && Starts[first] + Taps[first].Length <= s)
            {
                first++;
            }

            starts[s] = first;
            taps[s] = new float[end - first];
            for (var i = first; i < end; i++)
            {
                taps[s][i - first] = Taps[i][s - Starts[i]];
            }
        }

        return new ResampleWeights(starts, taps);
    }

    /// <summary>The matrix with as many weights in every row, one row after another; what is added weighs nothing.</summary>
    /// <param name="source">Number of source positions; no run reaches beyond.</param>
    public (int[] Starts, float[] Taps, int Count) Pad(int source)
    {
        var count = Math.Max(1, Taps.Max(row => row.Length));
        var starts = new int[Starts.Length];
        var taps = new float[Starts.Length * count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Math.Min(Starts[i], source - count);
            Taps[i].CopyTo(taps, (i * count) + Starts[i] - starts[i]);
        }

        return (starts, taps, count);
    }

    private static (int Start, float[] Taps) AreaRow(double from, double to, int source)
    {
        var first = Math.Clamp((int)Math.Floor(from), 0, source - 1);
        var last = Math.Clamp((int)Math.Ceiling(to) - 1, first, source - 1);
        var row = new double[last - first + 1];
        for (var s = first; s <= last; s++)
        {
            row[s - first] = Math.Max(0, Math.Min(to, s + 1) - Math.Max(from, s));
        }

        return (first, Normalise(row));
    }

    private static (int Start, float[] Taps) KernelRow(double centre, double stretch, int source, ResampleFilter filter)
    {
        var radius = (filter == ResampleFilter.Cubic ? 2 : 1) * stretch;
        var first = Math.Clamp((int)Math.Floor(centre - radius), 0, source - 1);
        var last = Math.Clamp((int)Math.Ceiling(centre + radius), first, source - 1);
        var row = new double[last - first + 1];
        for (var s = first; s <= last; s++)
        {
            var distance = Math.Abs(s + 0.5 - centre) / stretch;
            row[s - first] = filter == ResampleFilter.Cubic ? CatmullRom(distance) : Math.Max(0, 1 - distance);
        }

        return (first, Normalise(row));
    }

    private static double CatmullRom(double t) =>
        t < 1 ? (((1.5 * t) - 2.5) * t * t) + 1
        : t < 2 ? (((((-0.5 * t) + 2.5) * t) - 4) * t) + 2
        : 0;

    private static float[] Normalise(double[] row)
    {
        var sum = row.Sum();
        return Array.ConvertAll(row, weight => (float)(weight / sum));
    }
}
