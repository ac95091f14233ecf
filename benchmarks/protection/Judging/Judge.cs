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

    /// <summary>The shifts of a cloaked picture.</summary>
    /// <param name="cloaked">The picture.</param>
    /// <param name="families">Who judges.</param>
    /// <param name="treatments">The purifiers; <see cref="Treatments.None"/> for none.</param>
    public IEnumerable<Shift> Shifts(PixelBuffer cloaked, IReadOnlyList<Family> families, IReadOnlyList<Purifier> treatments)
    {
        var judges = _judges.Where(judge => families.Contains(judge.Family)).ToList();
        foreach (var view in View.Of(_subject))
        {
            var seen = view.Apply(PlanarImage.FromPixels(cloaked));
            foreach (var treatment in treatments)
            {
                var treated = treatment.Apply(seen);
                var original = new Lazy<PlanarImage>(() => treatment.Apply(view.Apply(_original)));
                var target = new Lazy<PlanarImage>(() => treatment.Apply(view.Apply(_subject.Target)));

                // One thread an encoder: two side by side take less time than one after the other on two threads.
                var shifts = judges.AsParallel().AsOrdered().Select(judge => LatentShift.Of(
                    judge.Known($"{view.Name} {treatment.Name} original", () => original.Value),
                    judge.Latent(treated),
                    judge.Known($"{view.Name} {treatment.Name} target", () => target.Value))).ToList();
                for (var k = 0; k < judges.Count; k++)
                {
                    yield return new Shift(view.Name, judges[k].Family, treatment.Name, shifts[k]);
                }
            }
        }
    }

    /// <summary>Closes the sessions.</summary>
    public void Dispose() => _judges.ForEach(judge => judge.Dispose());
}
