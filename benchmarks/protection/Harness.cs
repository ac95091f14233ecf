using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Benchmarks.Protection.Results;
using Glaze.Cloaking.Objectives;

namespace Glaze.Benchmarks.Protection;

/// <summary>Runs stages.</summary>
/// <param name="settings">The settings.</param>
internal sealed class Harness(Settings settings)
{
    private readonly EncoderSet _encoders = new(settings.Mini, settings.Surrogates);
    private readonly ResultFile _results = new(settings.Results.FullName);

    /// <summary>All rows of the stages, measured now or before.</summary>
    public IReadOnlyList<Row> Run(IReadOnlyList<Stage> stages)
    {
        using var styles = new TargetStyles(_encoders, settings.Style, settings.Seed);
        return stages.SelectMany(stage => Run(stage, styles)).DistinctBy(row => row.Key).ToList();
    }

    private List<Row> Run(Stage stage, TargetStyles styles)
    {
        var cloaks = new CloakStore(settings, _encoders);
        var peers = new PeerStore(settings, _encoders);
        var latents = Directory.CreateDirectory(settings.Beside("latents")).FullName;
        var rows = new List<Row>();
        foreach (var picture in Picture.Choose(settings.Pictures, stage.Pictures))
        {
            var subject = new Subject(picture, new CanvasSize(stage.Size), () => styles.Of(picture), settings.Seed);
            using var judge = new Judge(subject, _encoders, latents);
            foreach (var arm in stage.Arms)
            {
                using var pool = new PoolHolder(() => _encoders.Compute(arm));
                var comparison = new Comparison(_results, cloaks, subject, arm, stage, judge, pool.Get);
                rows.AddRange(Announced($"{picture.Name} {stage.Size} {arm.Name}", comparison.Cloak));
                rows.AddRange(comparison.Naive());
                rows.AddRange(stage.Peers.SelectMany(word => comparison.Against(Peers.Named(word, settings.StepShare), peers, pool.Get)));
            }
        }

        return rows;
    }

    private static IReadOnlyList<Row> Announced(string what, Func<IReadOnlyList<Row>> measure)
    {
        var rows = measure();
        var untreated = rows.Where(row => row.Key is { Purifier: Treatments.Untreated, View: "native" }).Select(row => $"{row.Key.Family} {row.Shift:F3}");
        Console.Error.WriteLine($"{what}: {rows[0].Style}, {rows[0].Seen.Psnr:F1} dB, {rows[0].Seconds:F0} s, {string.Join(", ", untreated)}");
        return rows;
    }
}
