namespace Glaze.Imaging;

/// <summary>Runs work on bands of rows in parallel; bands depend on the height alone, so results do not depend on the thread count.</summary>
internal static class RowBands
{
    /// <summary>Rows in one band.</summary>
    internal const int RowsPerBand = 32;

    /// <summary>The number of bands of a picture.</summary>
    internal static int CountOf(int height) => (height + RowsPerBand - 1) / RowsPerBand;

    /// <summary>Calls <paramref name="work"/> with [first, end) for every band.</summary>
    internal static void Run(int height, CancellationToken cancellation, Action<int, int> work)
    {
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, CountOf(height), options, band => work(band * RowsPerBand, Math.Min(height, (band + 1) * RowsPerBand)));
    }
}
