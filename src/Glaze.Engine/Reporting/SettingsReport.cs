using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Encoders;
using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Reporting;

/// <summary>What was asked for.</summary>
internal sealed record SettingsReport(
    double Intensity, string Quality, string Style, string Flat, int Seed, string Device, int Threads, IReadOnlyList<string> Surrogates, string? Mask,
    string Format,
    int? JpegQuality,
    bool SkipExisting)
{
    public static SettingsReport Create(BatchRequest request, SurrogateEnsemble ensemble) => new(
        request.Settings.Intensity,
        Qualities.Of(request.Settings.Quality).Word,
        request.StyleModelPath ?? request.Settings.StyleName ?? "auto",
        request.Settings.Flat == FlatColour.Grain ? "grain" : "clean",
        request.Settings.Seed,
        request.Device.Wanted is { } provider ? Devices.Of(provider).Word : Devices.Automatic,
        request.Device.Threads,
        [.. ensemble.Encoders.Select(encoder => $"{encoder.Name}: {encoder.StandsFor}")],
        request.MaskPath,
        request.Format is { } format ? ImageFormats.WordOf(format) : "auto",
        request.JpegQuality,
        request.SkipExisting);
}
