using System.Globalization;

namespace Glaze.Engine.Models;

/// <summary>Sizes of files in people's units (1 MB = 1,000,000 bytes).</summary>
internal static class ByteSize
{
    /// <summary>For example "9.8 MB".</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };
}
