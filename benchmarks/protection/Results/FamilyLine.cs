using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Benchmarks.Protection.Pictures;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>What a group's cloaks reach on one family, beside B0 and the best peer.</summary>
internal sealed class FamilyLine
{
    private readonly Group _group;
    private readonly Family _family;
    private readonly Figures? _naive;
    private readonly List<Figures> _peers;

    public FamilyLine(Group group, Family family)
    {
        (_group, _family) = (group, family);
        Ours = group.Figures(Comparison.Ours, family)!;
        _naive = group.Figures(NaiveBlend.Name, family);
        _peers = group.Peers.Select(peer => group.Figures(peer, family)).OfType<Figures>().ToList();
    }

    /// <summary>Our figures.</summary>
    public Figures Ours { get; }

    /// <summary>Untreated ÷ B0.</summary>
    public double UntreatedRatio => Figures.Ratio(Ours.Untreated, _naive?.Untreated ?? 0);

    /// <summary>Mean over purifiers ÷ B0.</summary>
    public double MeanRatio => Figures.Ratio(Ours.Mean, _naive?.Mean ?? 0);

    /// <summary>Worst purifier ÷ B0's worst.</summary>
    public double WorstRatio => Figures.Ratio(Ours.Worst, _naive?.Worst ?? 0);

    /// <summary>Mean ÷ B0 on textured pictures.</summary>
    public double TexturedRatio => MeanRatioOf(row => row.Kind == nameof(PictureKind.Textured));

    /// <summary>Mean ÷ B0 on half flat pictures.</summary>
    public double FlatRatio => MeanRatioOf(row => row.Kind == nameof(PictureKind.Flat));

    /// <summary>Mean ÷ B0 on the picture where that is least.</summary>
    public double LeastPicture => _group.Pictures.Select(picture => MeanRatioOf(row => row.Key.Picture == picture))
        .Where(ratio => !double.IsNaN(ratio)).DefaultIfEmpty(double.NaN).Min();

    /// <summary>Mean ÷ that of B0 when both are equal in butteraugli.</summary>
    public double ButteraugliRatio => _group.Figures(NaiveBlend.Name, _family, Comparison.InButteraugli) is { } equal ? Figures.Ratio(Ours.Mean, equal.Mean) : double.NaN;

    /// <summary>Mean ÷ the best peer's.</summary>
    public double PeerMeanRatio => _peers.Count > 0 ? Figures.Ratio(Ours.Mean, _peers.Max(peer => peer.Mean)) : double.NaN;

    /// <summary>Worst purifier ÷ the best peer's worst.</summary>
    public double PeerWorstRatio => _peers.Count > 0 ? Figures.Ratio(Ours.Worst, _peers.Max(peer => peer.Worst)) : double.NaN;

    /// <inheritdoc/>
    public override string ToString() =>
        $"| {_family.Name} | {Cell.Shift(Ours.Untreated)} | {Cell.Ratio(UntreatedRatio)} | {Cell.Shift(Ours.Mean)} | {Cell.Ratio(MeanRatio)} | "
        + $"{Cell.Ratio(TexturedRatio)} / {Cell.Ratio(FlatRatio)} | {Cell.Ratio(LeastPicture)} | {WorstText} | {Cell.Ratio(WorstRatio)} | "
        + $"{Cell.Ratio(ButteraugliRatio)} | {Cell.Ratio(PeerMeanRatio)} / {Cell.Ratio(PeerWorstRatio)} |";

    private string WorstText => double.IsNaN(Ours.Worst) ? Cell.Shift(Ours.Worst) : $"{Cell.Shift(Ours.Worst)} ({Ours.WorstPurifier})";

    private double MeanRatioOf(Func<Row, bool> keep)
    {
        var own = _group.Where(keep);
        return own.Figures(Comparison.Ours, _family) is { } ours && own.Figures(NaiveBlend.Name, _family) is { } naive ? Figures.Ratio(ours.Mean, naive.Mean) : double.NaN;
    }
}
