using System.CommandLine;
using Glaze.Benchmarks.Mimicry.Arms;

namespace Glaze.Benchmarks.Mimicry;

/// <summary>The command line.</summary>
internal sealed class MimicryOptions
{
    private readonly Option<DirectoryInfo> _folder = new("--folder") { Required = true, Description = "Work folder: latents, checkpoints, cloaks, results." };
    private readonly Option<DirectoryInfo> _pictures = new("--pictures") { Required = true, Description = "Folder with artist/, others/ and base/." };
    private readonly Option<DirectoryInfo> _surrogates = new("--surrogates") { Required = true, Description = "Folder of the published encoders and decoders." };
    private readonly Option<FileInfo> _glaze = new("--glaze") { Required = true, Description = "The program glaze." };
    private readonly Option<FileInfo> _mini = new("--mini") { Required = true, Description = "The weights that glaze was built with; named in the report." };
    private readonly Option<string[]> _family = new("--family") { Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["taesd_encoder.safetensors", "taesd_decoder.safetensors"], Description = "Files of the family's encoder and decoder among them." };
    private readonly Option<bool> _quick = new("--quick") { Description = "The same as --size quick." };
    private readonly Option<string> _size = new("--size") { DefaultValueFactory = _ => "whole", Description = $"How much is computed: {string.Join(", ", Sizes.All.Select(size => size.Name))}." };
    private readonly Option<string[]> _arms = new("--arms") { AllowMultipleArgumentsPerToken = true, Description = "Arms, in a row or with commas; all if absent, a few with --quick." };
    private readonly Option<int> _seeds = new("--seeds") { DefaultValueFactory = _ => 3, Description = "Number of seeds (1 with --quick); 0 trains no mimic and judges the held-out pictures themselves, treated as each arm says." };
    private readonly Option<string?> _style = new("--style") { Description = "T; the one the product draws for the artist's first picture if absent." };
    private readonly Option<string> _quality = new("--quality") { DefaultValueFactory = _ => "balanced", Description = "The product's render quality." };
    private readonly Option<DirectoryInfo?> _samples = new("--samples") { Description = "Work folder of models/training, whose drawn pictures have latents already." };

    /// <summary>Mimics trained at once.</summary>
    public Option<int> Threads { get; } = new("--threads") { DefaultValueFactory = _ => 2, Description = "Mimics trained side by side, each on one thread; figures do not depend on it." };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_folder, _pictures, _surrogates, _glaze, _mini, _family, _quick, _size, _arms, _seeds, _style, _quality, _samples, Threads])
        {
            command.Add(option);
        }
    }

    /// <summary>What holds for the whole run.</summary>
    public Settings Settings(ParseResult parsed)
    {
        var name = parsed.GetValue(_quick) ? Sizes.Quick.Name : parsed.GetValue(_size);
        var sizes = Sizes.All.FirstOrDefault(size => size.Name == name) ?? throw new ArgumentException($"\"{name}\" is no size; choose from {string.Join(", ", Sizes.All.Select(size => size.Name))}.");
        var family = parsed.GetValue(_family)!;
        return new Settings(parsed.GetValue(_folder)!, parsed.GetValue(_pictures)!, Published(parsed, family[0]), Published(parsed, family[1]), sizes, parsed.GetValue(_samples), parsed.GetValue(_style), parsed.GetValue(_quality)!);
    }

    /// <summary>The arms and the number of seeds.</summary>
    public (IReadOnlyList<Arm> Arms, int Seeds) Plan(ParseResult parsed)
    {
        var isQuick = parsed.GetValue(_quick);
        var named = parsed.GetValue(_arms) is { Length: > 0 } words ? words.SelectMany(word => word.Split(',')).Select(Arm.Named).ToList() : null;
        return (named ?? (isQuick ? Arm.Few : Arm.All), isQuick && parsed.GetResult(_seeds) is null or { Implicit: true } ? 1 : parsed.GetValue(_seeds));
    }

    /// <summary>The product, with all published encoders of the folder installed, and the hash of what its cloaks depend on.</summary>
    public (GlazeProgram Glaze, string Version) Product(ParseResult parsed, CancellationToken cancellation)
    {
        var glaze = new GlazeProgram(parsed.GetValue(_glaze)!, Path.Combine(parsed.GetValue(_folder)!.FullName, "models"), cancellation);
        glaze.Install(parsed.GetValue(_surrogates)!.EnumerateFiles("*_encoder.safetensors").OrderBy(file => file.Name, StringComparer.Ordinal));
        return (glaze, glaze.Version(parsed.GetValue(_mini)!.FullName));
    }

    private FileInfo Published(ParseResult parsed, string name)
    {
        var file = new FileInfo(Path.Combine(parsed.GetValue(_surrogates)!.FullName, name));
        return file.Exists ? file : throw new FileNotFoundException($"{file.FullName} was not found; name its folder with --surrogates.");
    }
}
