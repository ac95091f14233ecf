using Glaze.Cloaking.Encoders;
using Glaze.Engine.Commands;

namespace Glaze.Engine.Reporting;

/// <summary>What was asked for.</summary>
internal sealed record SettingsReport(
    double Intensity, string Quality, string Style, int Seed, string Device, int Threads, IReadOnlyList<string> Surrogates, string? Mask,
    string Format,
    int? JpegQuality,
    bool SkipExisting)
{
    public static SettingsReport Create(BatchRequest request, SurrogateEnsemble ensemble) => new(
        request.Settings.Intensity,
        Names.Of(request.Settings.Quality),
        request.StyleModelPath ?? request.Settings.StyleName ?? "auto",
        request.Settings.Seed,
        request.Device.Wanted is { } provider ? Names.Of(provider) : "auto",
        request.Device.Threads,
        [.. ensemble.Encoders.Select(encoder => $"{encoder.Name}: {encoder.StandsFor}")],
        request.MaskPath,
        request.Format is { } format ? Names.Of(format) : "auto",
        request.JpegQuality,
        request.SkipExisting);
}
