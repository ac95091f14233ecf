using System.Diagnostics;
using System.Globalization;

namespace Glaze.Imaging.Tests.OtherPrograms;

/// <summary>Runs programs that other people wrote: what they make we must read, what we make they must read.</summary>
internal sealed class Tool : IDisposable
{
    internal const string ExifTool = "libimage-exiftool-perl";
    internal const string ExifToolFolder = "/usr/share/doc/libimage-exiftool-perl";

    private const int TimeoutMilliseconds = 120_000;
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-tools-").FullName;

    /// <summary>A path in a folder of this test's own.</summary>
    internal string At(string name) => Path.Combine(_folder, name);

    /// <summary>A picture of 48×32 pixels with colours and edges, made by ImageMagick.</summary>
    internal string Picture(string name, params string[] options)
    {
        Run("convert", ["-size", "48x32", "gradient:#d04020-#2050c0", "-fill", "#f0e060", "-draw", "rectangle 4,4 20,12", "-depth", "8", .. options, At(name)]);
        return At(name);
    }

    /// <summary>Runs exiftool with options that write, on a file.</summary>
    internal void Tag(string file, params string[] options) => Run("exiftool", ["-q", "-q", "-overwrite_original", .. options, file]);

    /// <summary>What exiftool reads for a tag; empty when there is none.</summary>
    internal string Read(string file, string tag) => Run("exiftool", ["-s3", "-charset", "iptc=UTF8", $"-{tag}", file]).Trim();

    /// <summary>What exiftool reads for several tags, each as TAG=VALUE, "-" where there is none; one start of the program for all.</summary>
    internal string[] ReadAll(string file, params string[] tags) =>
        [.. Run("exiftool", ["-T", "-charset", "iptc=UTF8", .. tags.Select(tag => $"-{tag}"), file]).TrimEnd('\n').Split('\t').Zip(tags, (value, tag) => $"{tag}={value}")];

    /// <summary>Runs a few lines of Python with Pillow.</summary>
    internal string Pillow(string program, params string[] arguments) => Run(Python, ["-c", program, .. arguments]);

    /// <summary>Reads a picture, changes every pixel of its right half by up to nine levels, and saves it.</summary>
    internal (LoadedImage Loaded, PixelBuffer Changed, IReadOnlyList<string> NotKept) Cloak(string input, string output)
    {
        var loaded = ImageFile.Load(input);
        var changed = loaded.Pixels.Clone();
        var random = new Random(5);
        for (var i = 0; i < changed.Rgba.Length; i++)
        {
            if (i % 4 != 3 && i / 4 % changed.Width >= changed.Width / 2)
            {
                changed.Rgba[i] = (byte)Math.Clamp(changed.Rgba[i] + random.Next(-9, 10), 0, 255);
            }
        }

        return (loaded, changed, ImageFile.Save(output, changed, loaded));
    }

    /// <summary>Runs a program; it must end well.</summary>
    /// <returns>What it wrote to standard output.</returns>
    internal string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(TimeoutMilliseconds).ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{program} takes longer than {TimeoutMilliseconds} ms"));
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {output}{errors.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
