using System.Diagnostics;
using System.Globalization;
using Glaze.Cloaking.Audit;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>The two measures of how visible a change is, at which methods are compared.</summary>
internal static class Visibility
{
    /// <summary>Root mean square of the change in levels: equal RMS is equal PSNR.</summary>
    public static double Rms(PixelBuffer original, PixelBuffer cloaked) => VisibleChange.Measure(original, cloaked).Rms;

    /// <summary>The 3-norm of <c>butteraugli_main</c> (Debian's libjxl-devtools).</summary>
    public static double Butteraugli(PixelBuffer original, PixelBuffer cloaked)
    {
        var folder = Directory.CreateTempSubdirectory("butteraugli");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "a.png"), Path.Combine(folder.FullName, "b.png"));
            ImageFile.Save(first, original, null);
            ImageFile.Save(second, cloaked, null);
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
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Finds the strength at which a method is as visible as wanted, by bisection on a logarithmic scale.</summary>
    /// <param name="cloak">The method's picture at a strength; visibility must rise with it.</param>
    /// <param name="measure">The visibility of a cloaked picture.</param>
    /// <param name="wanted">The visibility to meet.</param>
    /// <param name="rounds">Halvings of a range of 64 : 1 around strength 1.</param>
    /// <returns>The picture.</returns>
    public static PixelBuffer Match(Func<double, PixelBuffer> cloak, Func<PixelBuffer, double> measure, double wanted, int rounds)
    {
        var (low, high) = (-3.0, 3.0);
        for (var round = 0; round < rounds; round++)
        {
            var middle = (low + high) / 2;
            if (measure(cloak(Math.Pow(2, middle))) < wanted)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return cloak(Math.Pow(2, (low + high) / 2));
    }
}
