using System.CommandLine;
using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking;
using Glaze.Cloaking.Budget;

namespace Glaze.Benchmarks.Protection;

/// <summary>The command line.</summary>
internal sealed class HarnessOptions
{
    private const string AllPeers = "peers";

    private readonly Option<DirectoryInfo> _folder = new("--folder") { Required = true, Description = "Folder of the test pictures." };
    private readonly Option<FileInfo> _results = new("--results") { Required = true, Description = "CSV to write and to go on with." };
    private readonly Option<DirectoryInfo> _surrogates = new("--surrogates") { Required = true, Description = "Folder of the published encoders and decoders." };
    private readonly Option<FileInfo> _mini = new("--mini") { Required = true, Description = "The file of glaze-mini." };
    private readonly Option<bool> _quick = new("--quick") { Description = "Three pictures, their middle 256², few purifiers." };
    private readonly Option<string[]> _pictures = List("--pictures", "Names of pictures.");
    private readonly Option<string?> _size = new("--size") { Description = "native, a side such as 512, crop256 (the middle alone), or window256 (cloaked whole, judged in the middle)." };
    private readonly Option<string[]> _arms = List("--arms", "What cloaks are computed on: mini, four, installed, without, alone, or one such as alone-SD.");
    private readonly Option<string[]> _methods = List("--methods", $"Peers to compare with: {string.Join(", ", Peers.Words)}, or {AllPeers} for all.");
    private readonly Option<string[]> _purifiers = List("--purifiers", "all, few, none, or names; only with all is B0 compared at equal butteraugli too.");
    private readonly Option<RenderQuality> _quality = new("--quality") { DefaultValueFactory = _ => RenderQuality.Balanced, Description = "Our render quality." };
    private readonly Option<FlatColour> _flat = new("--flat") { DefaultValueFactory = _ => FlatColour.Clean, Description = "What flat colour may carry: clean or grain." };
    private readonly Option<double> _intensity = new("--intensity") { DefaultValueFactory = _ => CloakSettings.PublishedIntensity, Description = "Our intensity." };
    private readonly Option<int> _seed = new("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of styles and cloaks." };
    private readonly Option<string?> _style = new("--style") { Description = "Target style of all pictures; the percentile rule if absent." };
    private readonly Option<double> _stepShare = new("--step-share") { DefaultValueFactory = _ => 1, Description = "Share of the peers' published steps (Mist: at least all)." };

    /// <summary>Whether to write decoded sheets instead of judging.</summary>
    public Option<bool> Decode { get; } = new("--decode") { Description = "Write sheets of what each family's decoder makes of the pictures instead." };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_folder, _results, _surrogates, _mini, _quick, _pictures, _size, _arms, _methods, _purifiers, _quality, _flat, _intensity, _seed, _style, _stepShare, Decode])
        {
            command.Add(option);
        }
    }

    /// <summary>What holds for the whole run.</summary>
    public Settings Settings(ParseResult parsed) => new(
        parsed.GetValue(_mini)!,
        parsed.GetValue(_surrogates)!,
        parsed.GetValue(_folder)!,
        parsed.GetValue(_results)!,
        parsed.GetValue(_quality),
        parsed.GetValue(_flat),
        parsed.GetValue(_intensity),
        parsed.GetValue(_seed),
        parsed.GetValue(_style),
        parsed.GetValue(_stepShare));

    /// <summary>The quick stage or all of them, or one of the words given.</summary>
    public IReadOnlyList<Stage> Stages(ParseResult parsed)
    {
        var isOwn = ((Option[])[_pictures, _size, _arms, _methods, _purifiers, Decode]).Any(option => parsed.GetResult(option) is { Implicit: false });
        if (!parsed.GetValue(_quick) && !isOwn)
        {
            return Stage.Full;
        }

        var basis = parsed.GetValue(_quick) ? Stage.Quick : Stage.Full[0];
        var size = parsed.GetValue(_size) ?? basis.Size;
        return CanvasSize.IsKnown(size)
            ? [new Stage(
                Given(_pictures) ?? basis.Pictures,
                size,
                Given(_arms)?.SelectMany(Arms).ToList() ?? basis.Arms,
                Given(_methods)?.SelectMany(Methods).ToList() ?? basis.Peers,
                Given(_purifiers)?.SelectMany(Treatments.Named).Distinct().ToList() ?? basis.Treatments)]
            : throw new ArgumentException($"\"{size}\" is no size; give native, a multiple of 16 such as 512, a crop such as crop256, or a window such as window256.");

        string[]? Given(Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } words ? [.. words.SelectMany(word => word.Split(','))] : null;
    }

    private static Option<string[]> List(string name, string description) => new(name) { AllowMultipleArgumentsPerToken = true, Description = description };

    private static IEnumerable<Arm> Arms(string word) => Arm.Named(word).ToList() is { Count: > 0 } arms
        ? arms
        : throw new ArgumentException($"\"{word}\" is no arm; choose from {string.Join(", ", Arm.All.Select(arm => arm.Name))}, without, alone.");

    private static IEnumerable<string> Methods(string word) => word == AllPeers ? Peers.Words
        : Peers.Words.Contains(word) ? [word]
        : throw new ArgumentException($"\"{word}\" is no peer; choose from {string.Join(", ", Peers.Words)}, {AllPeers}.");
}
