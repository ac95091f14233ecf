using System.Diagnostics;
using System.Globalization;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>How visible a change is.</summary>
/// <param name="Psnr">In dB.</param>
/// <param name="Butteraugli">The 3-norm of <c>butteraugli_main</c> (Debian's libjxl-devtools).</param>
/// <param name="WorstBlock">The same of the 64×64 block where it is largest.</param>
internal sealed record Visibility(double Psnr, double Butteraugli, double WorstBlock)
{
    private const int Block = 64;

    /// <summary>Measures a cloaked picture.</summary>
    public static Visibility Of(PixelBuffer original, PixelBuffer cloaked) =>
        new(PsnrOf(Rms(original, cloaked)), ButteraugliOf(original, cloaked), WorstOf(original, cloaked));

    /// <summary>Root mean square of the change of an opaque picture, in levels.</summary>
    public static double Rms(PixelBuffer original, PixelBuffer cloaked)
    {
        var sum = 0L;
        for (var i = 0; i < original.Rgba.Length; i++)
        {
            var change = cloaked.Rgba[i] - original.Rgba[i];
            sum += change * change;
        }

        return Math.Sqrt(sum / (3.0 * original.Width * original.Height));
    }

    /// <summary>PSNR in dB of a root mean square in levels.</summary>
    public static double PsnrOf(double rms) => 20 * Math.Log10(255 / rms);

    /// <summary>The 3-norm alone.</summary>
    public static double ButteraugliOf(PixelBuffer original, PixelBuffer cloaked)
    {
        var folder = Directory.CreateTempSubdirectory("butteraugli");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "a.png"), Path.Combine(folder.FullName, "b.png"));
            ImageFile.Save(first, original, null);
            ImageFile.Save(second, cloaked, null);
            return Run(first, second);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double WorstOf(PixelBuffer original, PixelBuffer cloaked)
    {
        var blocks = PixelTiles.Cover(original.Width, original.Height, Block).Where(tile => tile is { Width: Block, Height: Block }).ToList();
        var seen = new double[blocks.Count];
        Parallel.For(0, blocks.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var (left, top, width, height) = blocks[i];
            seen[i] = ButteraugliOf(PixelTiles.Cut(original, left, top, width, height), PixelTiles.Cut(cloaked, left, top, width, height));
        });
        return seen.Length > 0 ? seen.Max() : 0;
    }

    private static double Run(string first, string second)
    {
        using var process = Process.Start(new ProcessStartInfo("butteraugli_main", [first, second])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output[(output.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
    }
}
