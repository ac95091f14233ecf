using System.Collections.Concurrent;
using System.Security.Cryptography;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;

namespace Glaze.Benchmarks.Protection.Encoders;

/// <summary>The encoder files of a run: glaze-mini and the four families' published encoders.</summary>
/// <param name="mini">The file of glaze-mini.</param>
/// <param name="surrogates">Folder of the published files.</param>
internal sealed class EncoderSet(FileInfo mini, DirectoryInfo surrogates)
{
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>Sessions to compute an arm's cloaks on.</summary>
    public SessionPool Compute(Arm arm) => Pool([.. arm.UsesMini ? EncoderFile.OpenAll(mini.FullName, "glaze-mini") : [], .. arm.Used.Select(Published)]);

    /// <summary>Sessions of the published encoders of families, in their order.</summary>
    public SessionPool Judges(IReadOnlyList<Family> families, int threads = 0) => Pool([.. families.Select(Published)], threads);

    /// <summary>A family's published encoder.</summary>
    public SurrogateEncoder Published(Family family) => EncoderFile.Open(EncoderPath(family), family.Id, family.Name);

    /// <summary>The file of a family's published decoder.</summary>
    public string DecoderPath(Family family) => FileOf(family, "decoder");

    /// <summary>SHA-256 of the files an arm computes on.</summary>
    public string Hash(Arm arm) => string.Join(' ', (arm.UsesMini ? [mini.FullName] : Array.Empty<string>()).Concat(arm.Used.Select(EncoderPath)).Select(HashOf));

    /// <summary>SHA-256 of a family's encoder file.</summary>
    public string Hash(Family family) => HashOf(EncoderPath(family));

    private static SessionPool Pool(IReadOnlyList<SurrogateEncoder> encoders, int threads = 0) =>
        new(new SurrogateEnsemble(encoders), new SessionSettings(Threads: threads));

    private string EncoderPath(Family family) => FileOf(family, "encoder");

    private string FileOf(Family family, string part)
    {
        var path = Path.Combine(surrogates.FullName, $"{family.FileStem}_{part}.safetensors");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The published {part} of {family.Name} was not found: put {Path.GetFileName(path)} into {surrogates.FullName}, or name its folder with --surrogates.");
    }

    private string HashOf(string path) => _hashes.GetOrAdd(path, file =>
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });
}
