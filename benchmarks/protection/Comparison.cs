using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Benchmarks.Protection.Results;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>Measures our cloak of one picture on one arm, and what it is compared with at equal visibility; what is in the result file is not done again.</summary>
internal sealed class Comparison
{
    /// <summary>What tables call the product.</summary>
    public const string Ours = "GlazeEffect";

    /// <summary>Made equal in PSNR.</summary>
    public const string InPsnr = "psnr";

    /// <summary>Made equal in butteraugli.</summary>
    public const string InButteraugli = "butteraugli";

    private const int PsnrRounds = 14;
    private const int ButteraugliRounds = 9;

    private readonly ResultFile _results;
    private readonly Subject _subject;
    private readonly Arm _arm;
    private readonly Stage _stage;
    private readonly Judge _judge;
    private readonly string _run;
    private readonly Lazy<(PixelBuffer Cloaked, double Seconds)> _ours;

    public Comparison(ResultFile results, CloakStore cloaks, Subject subject, Arm arm, Stage stage, Judge judge, Func<SessionPool> sessions)
    {
        (_results, _subject, _arm, _stage, _judge) = (results, subject, arm, stage, judge);
        _run = cloaks.RunOf(arm);
        _ours = new(() => cloaks.Get(subject, arm, sessions));
    }

    /// <summary>Our rows.</summary>
    public IReadOnlyList<Row> Cloak() => Rows(Ours, InPsnr, () => _ours.Value);

    /// <summary>B0's rows.</summary>
    public IEnumerable<Row> Naive() => Equal(NaiveBlend.Name, () => (NaiveBlend.Of(_subject, OurRms), 0));

    /// <summary>A peer's rows.</summary>
    public IEnumerable<Row> Against(IPeer peer, PeerStore peers, Func<SessionPool> sessions) => Equal(peer.Name, () =>
    {
        var (delta, seconds) = peers.Get(peer, _subject, _arm, OurRms, sessions);
        return (strength => Perturbation.Apply(_subject.Original, delta, strength), seconds);
    });

    private double OurRms => Visibility.Rms(_subject.Original, _ours.Value.Cloaked);

    private IEnumerable<Row> Equal(string method, Func<(Func<double, PixelBuffer> AtStrength, double Seconds)> compute)
    {
        var computed = new Lazy<(Func<double, PixelBuffer> AtStrength, double Seconds)>(compute);
        return [
            .. Rows(method, InPsnr, () => Match(picture => Visibility.Rms(_subject.Original, picture), PsnrRounds)),
            .. !_stage.AlsoButteraugli ? [] : Rows(method, InButteraugli, () => Match(picture => Visibility.ButteraugliOf(_subject.Original, picture), ButteraugliRounds)),
        ];

        (PixelBuffer, double) Match(Func<PixelBuffer, double> measure, int rounds) =>
            (EqualVisibility.Match(computed.Value.AtStrength, measure, measure(_ours.Value.Cloaked), rounds), computed.Value.Seconds);
    }

    private List<Row> Rows(string method, string equalIn, Func<(PixelBuffer Picture, double Seconds)> compute)
    {
        var computed = new Lazy<(PixelBuffer Picture, double Seconds)>(compute);
        var seen = new Lazy<Visibility>(() => Visibility.Of(_subject.Original, computed.Value.Picture));
        return [.. View.Of(_subject).SelectMany(view => _stage.Treatments.SelectMany(treatment => Judged(view, treatment)))];

        IReadOnlyList<Row> Judged(View view, Purifier treatment)
        {
            var keys = _arm.Judges.Select(family => new RowKey(
                _run, _subject.Picture.Name, _subject.Size, _arm.Name, method, equalIn, view.Name, family.Id, treatment.Name)).ToList();
            return _results.Find(keys) ?? _results.Append([.. keys.Zip(
                _judge.Shifts(computed.Value.Picture, view, treatment, _arm.Judges),
                (key, shift) => new Row(key, _subject.Picture.Kind.ToString(), _subject.Style, seen.Value, computed.Value.Seconds, shift))]);
        }
    }
}
