using Glaze.Benchmarks.Mimicry.Generator;
using Glaze.Benchmarks.Mimicry.Latents;
using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Training.Pictures;
using TorchSharp;

namespace Glaze.Benchmarks.Mimicry;

/// <summary>The generator that a mimic starts from: it has seen many pictures and none of the artist's set.</summary>
/// <param name="settings">The settings.</param>
/// <param name="gallery">The pictures.</param>
/// <param name="latents">Encodes them.</param>
internal sealed class BaseModel(Settings settings, Gallery gallery, LatentStore latents)
{
    private const int CellSize = 8;

    private int Side => settings.Sizes.Canvas.Side / CellSize;

    /// <summary>Where its checkpoint is.</summary>
    public string Checkpoint => settings.Inside("models/base.safetensors");

    /// <summary>Trains it, or goes on with it, or reads it.</summary>
    public (FlowNet Net, LatentScale Scale) Get(CancellationToken cancellation)
    {
        List<torch.Tensor>[] sets = [Real(cancellation), Drawn(cancellation)];
        var scale = LatentScale.Kept(settings.Inside("models/scale.safetensors"), [.. sets.SelectMany(set => set)]);
        var normal = sets.Select(set => set.ConvertAll(latent => scale.Normal(latent.unsqueeze(0)).squeeze(0))).ToList();
        var start = FlowNet.Create(FlowShape.Of((int)sets[0][0].shape[0], Side, settings.Sizes.Blocks), settings.Sizes.Base.Seed);
        Console.Error.WriteLine($"base: {sets[0].Count} pictures and {sets[1].Count} drawn ones, {start.Weights.Values.Sum(weight => weight.numel()):N0} parameters");
        var (net, _) = new FlowTraining(settings.Sizes.Base, Checkpoint).Run(start, new CropBatch(normal, Side, isFlipped: true), "base", cancellation);
        return (net, scale);
    }

    /// <summary>Latent of a picture by another hand.</summary>
    public torch.Tensor Other(FileInfo file, int index) => latents.Of($"base/{file.Name}", () => settings.Sizes.Canvas.Square(file, index), isMirrored: false)[0];

    // Those by other hands that the judge knows, then some of the others, evenly.
    private List<torch.Tensor> Real(CancellationToken cancellation)
    {
        var others = gallery.Others.Take(settings.Sizes.Real).ToList();
        var more = Math.Min(settings.Sizes.Real - others.Count, gallery.Base.Count);
        var files = others.Concat(Enumerable.Range(0, more).Select(i => gallery.Base[i * gallery.Base.Count / more])).ToList();
        return Encoded(files.Count, index => Other(files[index], index), cancellation);
    }

    private List<torch.Tensor> Drawn(CancellationToken cancellation)
    {
        if (settings.Samples is { } samples && new DrawnSamples(samples, settings.Encoder.Name).Of(Side, settings.Sizes.Drawn) is { Count: > 0 } known)
        {
            return known;
        }

        var maker = new PictureMaker(new ClipArt(null, isHeldOut: false));
        return Encoded(settings.Sizes.Drawn, index => latents.Of($"drawn/{index}", () => maker.Draw(new Dice(1_000_000 + index), settings.Sizes.Canvas.Side).Picture, isMirrored: false)[0], cancellation);
    }

    private static List<torch.Tensor> Encoded(int count, Func<int, torch.Tensor> encode, CancellationToken cancellation) =>
        [.. Enumerable.Range(0, count).Select(index =>
        {
            cancellation.ThrowIfCancellationRequested();
            return encode(index);
        })];
}
