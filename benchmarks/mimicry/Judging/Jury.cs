namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>The judges: a classifier and two distances, all taught on clean pictures that went through the family's autoencoder as samples do.</summary>
internal sealed class Jury
{
    private const int ArtistClass = 0;
    private const int TargetClass = 2;
    private readonly LinearJudge _judge;
    private readonly Seen _heldOut;
    private readonly double _width;

    /// <summary>Teaches the judges.</summary>
    /// <param name="artist">Pictures of the artist that mimics train on.</param>
    /// <param name="others">Pictures by other hands.</param>
    /// <param name="target">The artist's pictures and others' in T.</param>
    /// <param name="heldOut">Pictures of the artist that nobody trains on.</param>
    public Jury(Seen artist, Seen others, Seen target, Seen heldOut)
    {
        _judge = new LinearJudge([artist.Features, others.Features, target.Features]);
        _heldOut = heldOut;
        _width = Distances.MedianSquare(heldOut.Features, others.Features);
    }

    /// <summary>Judges pictures.</summary>
    public Verdict Of(Seen pictures) => new(
        _judge.Share(pictures.Features, ArtistClass),
        _judge.Share(pictures.Features, TargetClass),
        Distances.Kernel(pictures.Features, _heldOut.Features, _width),
        Distances.Gram(pictures.Grams, _heldOut.Grams));
}
