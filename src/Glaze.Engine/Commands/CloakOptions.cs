using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Glaze.Cloaking;
using Glaze.Cloaking.Budget;
using Glaze.Engine.Files;
using Glaze.Engine.Jobs;
using Glaze.Imaging;
using Glaze.Imaging.Files;
using Glaze.Imaging.Painterly;
using Glaze.Inference;

namespace Glaze.Engine.Commands;

/// <summary>The options of <c>glaze cloak</c>, checked while they are parsed.</summary>
internal sealed class CloakOptions
{
    public Argument<string[]> Inputs { get; } = CreateInputs();

    public Option<string> Output { get; } = new("--output", "-o") { Description = "The file to write; a folder for more than one picture, made if missing; - for standard output.", HelpName = "FILE|DIR", Required = true };

    public Option<double> Intensity { get; } = new("--intensity")
    {
        Description = "How strong, and how visible, the cloak may be: 0 to 100.",
        HelpName = "0..100",
        DefaultValueFactory = _ => Protocol.Messages.CloakRequest.DefaultIntensity,
        CustomParser = result => Number(result, "Intensity must be a number from 0 to 100", text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 100 ? value : default(double?)),
    };

    public Option<string> Quality { get; } = OneOf(
        new Option<string>("--quality") { Description = "How much time to spend.", DefaultValueFactory = _ => Qualities.Default.Word }, Qualities.Words);

    public Option<string> Style { get; } = Checked(
        new Option<string>("--style") { Description = "The target style, or auto; see \"glaze styles\". A file ending in .onnx is a style-transfer network of your own.", DefaultValueFactory = _ => "auto", HelpName = "auto|NAME|FILE.onnx" },
        value => value == "auto" || IsModel(value) || StyleCatalog.Find(value) is not null ? null : $"There is no style named \"{value}\"; \"glaze styles\" lists them");

    public Option<string> Flat { get; } = OneOf(
        new Option<string>("--flat") { Description = "What flat colour may carry: clean (almost nothing, and hardly any protection there) or grain (a fine, even grain like paper).", DefaultValueFactory = _ => "clean" },
        ["clean", "grain"]);

    public Option<int> Seed { get; } = SeedOption();

    public Option<string> Device { get; } = OneOf(
        new Option<string>("--device") { Description = "What computes; torch is an optional pack.", DefaultValueFactory = _ => Devices.Automatic }, Devices.Words);

    public Option<string[]> Surrogates { get; } = new("--surrogate")
    {
        Description = "The encoders to compute the cloak on, separated by commas; all small installed ones if absent.",
        HelpName = "NAME,...",
        CustomParser = result => result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray(),
    };

    public Option<string?> Mask { get; } = new("--mask") { Description = "A picture of the same size: white where the cloak may go, black where not, grey for less.", HelpName = "PNG" };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Processor threads to use; 0 for all. The result does not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        CustomParser = result => Number(result, "Threads must be a whole number from 0 to 1024", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 1024 ? value : default(int?)),
    };

    public Option<string?> TargetImage { get; } = new("--target-image") { Description = "Also save the picture redrawn in the target style; \"glaze audit\" takes it.", HelpName = "PNG" };

    public Option<string?> ModelView { get; } = new("--model-view") { Description = "Also save what a model of the Stable Diffusion family sees of the cloaked picture; like the original where the cloak does not reach it.", HelpName = "PNG" };

    public Option<string?> Report { get; } = new(BatchRequest.ReportName) { Description = "Also write settings, device, timings and audit figures; docs/report.md explains them.", HelpName = "JSON" };

    public Option<string?> Format { get; } = Checked(
        new Option<string?>("--format") { Description = "The format of every output; by the output's name if absent.", HelpName = string.Join('|', ImageFormats.Words) },
        value => ImageFormats.FromWord(value!) is null ? NotAmong("--format", ImageFormats.Words, value!) : null);

    public Option<int?> JpegQuality { get; } = new("--jpeg-quality")
    {
        Description = "The quality of JPEG outputs, 1 to 100; that of the picture read, or 95, if absent. Lower than 90 takes some of the cloak away.",
        HelpName = "1..100",
        CustomParser = result => Number(result, "JPEG quality must be a whole number from 1 to 100", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 100 ? value : default(int?)),
    };

    public Option<bool> SkipExisting { get; } = new("--skip-existing")
    {
        Description = "Leave pictures alone whose output is there already: goes on with a folder where an earlier run stopped.",
    };

    public static Option<int> SeedOption() => new("--seed")
    {
        Description = "Seed of every random draw. The same picture, settings and seed give the same file on the same kind of processor.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        CustomParser = result => Number(result, "The seed must be a whole number of up to nine digits", text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : default(int?)),
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[Output, Intensity, Quality, Style, Flat, Seed, Device, Surrogates, Mask, Threads, Format, JpegQuality, SkipExisting, TargetImage, ModelView, Report])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings of the algorithm.</summary>
    public CloakSettings Settings(ParseResult parsed) => new(
        parsed.GetValue(Intensity),
        Qualities.Find(parsed.GetValue(Quality)!).Algorithm,
        parsed.GetValue(Style) is { } style && style != "auto" && !IsModel(style) ? style : null,
        parsed.GetValue(Seed),
        parsed.GetValue(Flat) == "grain" ? FlatColour.Grain : FlatColour.Clean);

    /// <summary>The user's style model, if one was given.</summary>
    public string? StyleModelPath(ParseResult parsed) => parsed.GetValue(Style) is { } style && IsModel(style) ? style : null;

    /// <summary>The format asked for; null for the one of the output's name.</summary>
    public ImageFormat? FormatOf(ParseResult parsed) => parsed.GetValue(Format) is { } word ? ImageFormats.FromWord(word) : null;

    /// <summary>What should compute.</summary>
    public DeviceChoice DeviceChoice(ParseResult parsed) => new(
        Devices.Find(parsed.GetValue(Device)!) is { } device ? Installed(device.Provider) : null,
        parsed.GetValue(Threads));

    private static ExecutionProvider Installed(ExecutionProvider provider) =>
        DeviceCatalog.WhyNotInstalled(provider) is { } reason ? throw new UserException(reason) : provider;

    private static bool IsModel(string style) => style.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    // A mistyped option would otherwise count as one more picture.
    private static Argument<string[]> CreateInputs()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = $"Pictures ({string.Join(", ", ImageFormats.Names)}) or folders of pictures; - for a picture from standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value != StandardStream.Name && !Path.Exists(token.Value)) is { } unknown)
            {
                var known = ((CommandResult)result.Parent!).Command;
                result.AddError($"There is no option {unknown.Value}{Spelling.Hint(unknown.Value, UsageSentence.OptionNames(known), string.Empty)}");
            }
        });
        return inputs;
    }

    private static Option<string> OneOf(Option<string> option, string[] words)
    {
        option.HelpName = string.Join('|', words);
        return Checked(option, value => words.Contains(value) ? null : NotAmong(option.Name, words, value));
    }

    private static string NotAmong(string option, string[] words, string value) =>
        $"{option} must be {string.Join(", ", words[..^1])} or {words[^1]}, not \"{value}\"";

    private static Option<T> Checked<T>(Option<T> option, Func<T, string?> problem)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !result.Errors.Any() && result.GetValue(option) is { } value && problem(value) is { } sentence)
            {
                result.AddError(sentence);
            }
        });
        return option;
    }

    // Numbers are read here rather than by the parser, whose complaint names .NET types.
    private static T Number<T>(ArgumentResult result, string rule, Func<string, T?> read)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (read(text) is { } value)
        {
            return value;
        }

        result.AddError($"{rule}, not \"{text}\"");
        return default;
    }
}
