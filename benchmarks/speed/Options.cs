using System.Globalization;

namespace Glaze.Benchmarks.Speed;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(string Root)
{
    public const string Usage = "benchmarks/run [--quick] [--large] [--only start,step,cloak,preview] [--encoder NAME] [--threads N] [--engine PROGRAM] [--published PROGRAM] [--csv FILE]";

    /// <summary>Fewer rounds and no long cases.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>8192² too.</summary>
    public bool IsLarge { get; private init; }

    public IReadOnlyList<string> Parts { get; private init; } = ["start", "step", "cloak", "preview"];

    /// <summary>One encoder only.</summary>
    public string? Encoder { get; private init; }

    /// <summary>Threads of a step, ours and libtorch's; all cores unless told.</summary>
    public int Threads { get; private init; } = Environment.ProcessorCount;

    /// <summary>The engine's program file.</summary>
    public string Engine { get; private init; } = Path.Combine(Root, "artifacts", "engine", "glaze");

    /// <summary>A published, self-contained engine, to time its start too.</summary>
    public string? Published { get; private init; }

    public string Csv { get; private init; } = Path.Combine(Root, "artifacts", "benchmark-speed.csv");

    public string Sample(string name) => Path.Combine(Root, "samples", name + ".png");

    /// <summary>Reads the words; null when one is not understood.</summary>
    public static Options? Parse(string root, IReadOnlyList<string> words)
    {
        var options = new Options(root);
        for (var at = 0; at < words.Count; at++)
        {
            var value = at + 1 < words.Count ? words[at + 1] : null;
            var next = (words[at], value) switch
            {
                ("--quick", _) => options with { IsQuick = true },
                ("--large", _) => options with { IsLarge = true },
                ("--only", { } parts) => options with { Parts = parts.Split(',') },
                ("--encoder", { } name) => options with { Encoder = name },
                ("--threads", { } count) when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0 => options with { Threads = threads },
                ("--engine", { } file) => options with { Engine = file },
                ("--published", { } file) => options with { Published = file },
                ("--csv", { } file) => options with { Csv = file },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            at += words[at] is "--quick" or "--large" ? 0 : 1;
            options = next;
        }

        return options;
    }
}
