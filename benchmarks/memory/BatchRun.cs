using System.Diagnostics;
using System.Globalization;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Memory;

/// <summary>One <c>glaze cloak</c> over a folder of pictures of different sizes, with an audit of each or without.</summary>
internal static class BatchRun
{
    public static ResidentCurve Measure(string what, string engine, int count, int side, bool isAudited)
    {
        var folder = Directory.CreateTempSubdirectory("glaze-memory-");
        try
        {
            var input = folder.CreateSubdirectory("in").FullName;
            for (var i = 0; i < count; i++)
            {
                var (width, height) = Sizes.Of(i, side);
                ImageFile.Save(Path.Combine(input, i.ToString("000", CultureInfo.InvariantCulture) + ".png"), Sizes.Picture(width, height));
            }

            string[] audit = isAudited ? ["--report", Path.Combine(folder.FullName, "report.json")] : [];
            return Run(what, engine, ["cloak", input, "-o", Path.Combine(folder.FullName, "out"), "--quality", "fast", "--device", "cpu", .. audit]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The engine names each picture on standard output when it is done with it.
    private static ResidentCurve Run(string what, string engine, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(engine, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var curve = new ResidentCurve(what);
        while (process.StandardOutput.ReadLine() is not null)
        {
            curve.Add(process);
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? curve : throw new InvalidOperationException($"glaze failed: {errors.GetAwaiter().GetResult()}");
    }
}
