using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>
/// Measures shifts of one picture, 1 − ‖Φ(P(cloaked)) − Φ(P(target))‖ / ‖Φ(P(original)) − Φ(P(target))‖, on every judging encoder after
/// every purifier P of the audit; the original's and the target's latents are computed once.
/// </summary>
internal sealed class Judge
{
    private readonly SessionPool _sessions;
    private readonly int _side;
    private readonly List<(string Purifier, Func<PlanarImage, PlanarImage> Apply, IReadOnlyList<float[]> Original, IReadOnlyList<float[]> Target)> _references = [];

    public Judge(Subject subject, SessionPool sessions, IReadOnlyList<Purifier> purifiers)
    {
        _sessions = sessions;
        _side = subject.Side;
        var original = PlanarImage.FromPixels(subject.Original);
        Add("none", image => image);
        foreach (var purifier in purifiers)
        {
            Add(purifier.Name, purifier.Apply);
        }

        void Add(string name, Func<PlanarImage, PlanarImage> apply) =>
            _references.Add((name, apply, Latents(apply(original)), Latents(apply(subject.Target))));
    }

    /// <summary>The shifts of a cloaked picture.</summary>
    public IEnumerable<(string Encoder, string Purifier, double Shift)> Shifts(PixelBuffer cloaked)
    {
        var image = PlanarImage.FromPixels(cloaked);
        foreach (var (purifier, apply, original, target) in _references)
        {
            var latents = Latents(apply(image));
            for (var k = 0; k < latents.Count; k++)
            {
                yield return (_sessions.Ensemble.Encoders[k].Name, purifier, 1 - (Distance(latents[k], target[k]) / Distance(original[k], target[k])));
            }
        }
    }

    private IReadOnlyList<float[]> Latents(PlanarImage image) => _sessions.Latents(image.Values, _side, _side, CancellationToken.None);

    private static double Distance(float[] left, float[] right) => Math.Sqrt(left.Zip(right, (a, b) => (double)(a - b) * (a - b)).Sum());
}
