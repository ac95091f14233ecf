namespace Glaze.Imaging;

/// <summary>Runs work on bands of rows in parallel; bands depend on the height alone, so results do not depend on the thread count.</summary>
public static class RowBands
{
    /// <summary>Rows in one band.</summary>
    public const int RowsPerBand = 32;

    /// <summary>The number of bands of a picture.</summary>
    /// <param name="height">Rows, 0 or more.</param>
    /// <returns>The count.</returns>
    public static int CountOf(int height) => (height + RowsPerBand - 1) / RowsPerBand;

    /// <summary>Calls <paramref name="work"/> with [first, end) for every band.</summary>
    /// <param name="height">Rows, 0 or more.</param>
    /// <param name="cancellation">Stops between bands.</param>
    /// <param name="work">Must write only what belongs to its band.</param>
    public static void Run(int height, CancellationToken cancellation, Action<int, int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        WorkThreads.For(CountOf(height), cancellation, band => work(band * RowsPerBand, Math.Min(height, (band + 1) * RowsPerBand)));
    }
}
