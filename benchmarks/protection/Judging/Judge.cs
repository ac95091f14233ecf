using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Audit;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>
/// Measures shifts of one picture on the families' published encoders, untreated and after purifiers applied alike to the original, the cloaked
/// picture and the target.
/// </summary>
internal sealed class Judge : IDisposable
{
    private readonly Subject _subject;
    private readonly PlanarImage _original;
    private readonly List<FamilyJudge> _judges;

    /// <summary>Prepares to judge.</summary>
    /// <param name="subject">The picture.</param>
    /// <param name="encoders">Opens the encoders.</param>
    /// <param name="folder">Where latents of originals and targets are kept.</param>
    public Judge(Subject subject, EncoderSet encoders, string folder)
    {
        _subject = subject;
        _original = PlanarImage.FromPixels(subject.Original);
        _judges = [.. Family.All.Select(family => new FamilyJudge(family, encoders, folder))];
    }

    /// <summary>The shifts of a cloaked picture, one for each family.</summary>
    /// <param name="cloaked">The picture.</param>
    /// <param name="view">How a trainer looks at it.</param>
    /// <param name="treatment">The purifier; <see cref="Treatments.None"/> for none.</param>
    /// <param name="families">Who judges.</param>
    public IReadOnlyList<double> Shifts(PixelBuffer cloaked, View view, Purifier treatment, IReadOnlyList<Family> families)
    {
        var treated = treatment.Apply(view.Apply(PlanarImage.FromPixels(cloaked)));
        var original = new Lazy<PlanarImage>(() => treatment.Apply(view.Apply(_original)));
        var target = new Lazy<PlanarImage>(() => treatment.Apply(view.Apply(_subject.Target)));

        // One thread an encoder: two side by side take less time than one after the other on two threads.
        return [.. families.AsParallel().AsOrdered().Select(family => _judges.First(judge => judge.Family == family)).Select(judge => LatentShift.Of(
            judge.Known($"{view.Name} {treatment.Name} original", () => original.Value),
            judge.Latent(treated),
            judge.Known($"{view.Name} {treatment.Name} target", () => target.Value)))];
    }

    /// <summary>Closes the sessions.</summary>
    public void Dispose() => _judges.ForEach(judge => judge.Dispose());
}
