namespace Glaze.Benchmarks.Protection.Results;

/// <summary>What one figure was measured on; no two rows of a result file count with the same key.</summary>
/// <param name="Run">Hash of the product, the encoders and the settings that the cloak depends on.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Size">Its size, as given.</param>
/// <param name="Arm">What the cloak was computed on.</param>
/// <param name="Method">The method.</param>
/// <param name="EqualIn">What the method was made equal to our cloak in: psnr or butteraugli.</param>
/// <param name="View">How the trainer looks at it.</param>
/// <param name="Family">The judging encoder's family.</param>
/// <param name="Purifier">The purifier, or none.</param>
internal sealed record RowKey(
    string Run, string Picture, string Size, string Arm, string Method, string EqualIn, string View, string Family, string Purifier);
