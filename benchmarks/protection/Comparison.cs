using Glaze.Benchmarks.Protection.Methods;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>Runs the methods on one picture, makes them equally visible to our cloak, and judges them.</summary>
/// <param name="sessions">The encoders to compute on.</param>
/// <param name="judges">The encoders to judge by.</param>
/// <param name="used">Names of the encoders that are in both.</param>
/// <param name="alsoButteraugli">Whether to compare at equal butteraugli too.</param>
/// <param name="isQuick">Whether to ask the quick audit's purifiers alone.</param>
internal sealed class Comparison(SessionPool sessions, SessionPool judges, IReadOnlySet<string> used, bool alsoButteraugli, bool isQuick)
{
    private const int PsnrRounds = 14;
    private const int ButteraugliRounds = 9;

    public IEnumerable<Row> Run(Subject subject, IMethod ours, IReadOnlyList<IMethod> others)
    {
        var judge = new Judge(subject, judges, isQuick ? Purifiers.Quick : Purifiers.All);
        var cloaked = ours.Compute(subject, sessions, 0)(1);
        var rms = Visibility.Rms(subject.Original, cloaked);
        var seen = alsoButteraugli ? Visibility.Butteraugli(subject.Original, cloaked) : 0;
        foreach (var row in Rows(ours, cloaked, "psnr").Concat(alsoButteraugli ? Rows(ours, cloaked, "butteraugli") : []))
        {
            yield return row;
        }

        foreach (var method in others)
        {
            var atStrength = method.Compute(subject, sessions, rms);
            var equalPsnr = Visibility.Match(atStrength, picture => Visibility.Rms(subject.Original, picture), rms, PsnrRounds);
            foreach (var row in Rows(method, equalPsnr, "psnr"))
            {
                yield return row;
            }

            if (alsoButteraugli)
            {
                var equal = Visibility.Match(atStrength, picture => Visibility.Butteraugli(subject.Original, picture), seen, ButteraugliRounds);
                foreach (var row in Rows(method, equal, "butteraugli"))
                {
                    yield return row;
                }
            }
        }

        List<Row> Rows(IMethod method, PixelBuffer picture, string equalIn)
        {
            var psnr = 20 * Math.Log10(255 / Visibility.Rms(subject.Original, picture));
            var butteraugli = alsoButteraugli ? Visibility.Butteraugli(subject.Original, picture) : 0;
            return judge.Shifts(picture)
                .Select(shift => new Row(
                    subject.Name, subject.Style, method.Name, equalIn, psnr, butteraugli, shift.Encoder, used.Contains(shift.Encoder), shift.Purifier, shift.Shift))
                .ToList();
        }
    }
}
