using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>The product's command line, with a folder of models of its own, so that nothing the user has installed counts.</summary>
/// <param name="program">The program <c>glaze</c>.</param>
/// <param name="models">Its folder of models.</param>
/// <param name="cancellation">Once cancelled, it is not started again.</param>
internal sealed class GlazeProgram(FileInfo program, string models, CancellationToken cancellation)
{
    /// <summary>Seed of cloaks and of their targets.</summary>
    public const int Seed = 1;

    // What its cloaks depend on, beside the program.
    private static readonly string[] Parts = ["Glaze.Cloaking.dll", "Glaze.Imaging.dll", "Glaze.Autodiff.dll", "Glaze.Onnx.dll"];

    private const string Embedded = "glaze-mini";
    private const string Automatic = "auto";

    // Beside mimics in training.
    private const string OneThread = "1";

    /// <summary>Installs published encoders under the names of their files.</summary>
    public void Install(IEnumerable<FileInfo> encoders)
    {
        foreach (var encoder in encoders.Where(encoder => !File.Exists(Path.Combine(models, encoder.Name))))
        {
            Run(["models", "import", encoder.FullName]);
        }
    }

    /// <summary>SHA-256 of a file.</summary>
    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>SHA-256 of what its cloaks depend on: its code and its own encoder.</summary>
    /// <param name="mini">File of glaze-mini.</param>
    public string Version(string mini)
    {
        var all = string.Join(' ', Parts.Select(part => Path.Combine(program.DirectoryName!, part)).Append(mini).Select(HashOf));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>The style that the product draws for a picture.</summary>
    public string StyleOf(string picture)
    {
        var folder = Directory.CreateTempSubdirectory("mimicry");
        try
        {
            var report = Path.Combine(folder.FullName, "report.json");
            Run(["cloak", picture, "-o", Path.Combine(folder.FullName, "cloaked.png"), "--quality", "fast", "--surrogate", Embedded, "--threads", OneThread, "--report", report]);
            using var json = JsonDocument.Parse(File.ReadAllText(report));
            return Style(json.RootElement) ?? throw new InvalidDataException($"{report} names no style.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Cloaks a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="output">The cloaked picture, PNG.</param>
    /// <param name="style">T.</param>
    /// <param name="kind">What it is computed on.</param>
    /// <param name="intensity">0 to 100.</param>
    /// <param name="quality">fast, balanced or best.</param>
    /// <param name="family">File name of the family's encoder.</param>
    public void Cloak(string picture, string output, string style, ArmKind kind, int intensity, string quality, string family)
    {
        string[] on = kind switch
        {
            ArmKind.Mini => ["--surrogate", Embedded],
            ArmKind.Family => ["--surrogate", Path.GetFileNameWithoutExtension(family)],
            _ => [],
        };
        Run(["cloak", picture, "-o", output, "--style", style, "--intensity", $"{intensity}", "--quality", quality, "--seed", $"{Seed}", "--threads", OneThread, .. on]);
    }

    // The first property of that name, however deep, that is not what was asked for.
    private static string? Style(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property is { Name: "style", Value.ValueKind: JsonValueKind.String } && !property.Value.ValueEquals(Automatic) ? property.Value.GetString() : Style(property.Value))
            .FirstOrDefault(style => style is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Style).FirstOrDefault(style => style is not null),
        _ => null,
    };

    private void Run(IEnumerable<string> arguments)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program.FullName, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["GLAZE_MODELS"] = models;
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"glaze {string.Join(' ', start.ArgumentList)} failed: {errors.Trim()}");
        }
    }
}
