using Glaze.Benchmarks.Mimicry.Arms;
using Glaze.Benchmarks.Mimicry.Latents;
using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Benchmarks.Mimicry.Results;
using Glaze.Imaging.Painterly;
using Glaze.Onnx;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>Shows the judges what they learn from, and keeps what they saw.</summary>
/// <param name="settings">The settings.</param>
/// <param name="gallery">The pictures.</param>
/// <param name="arms">Latents of the artist's pictures.</param>
/// <param name="model">Latents of other hands' pictures.</param>
/// <param name="latents">Encodes others' pictures in T.</param>
/// <param name="style">T.</param>
internal sealed class JuryRoom(Settings settings, Gallery gallery, ArmLatents arms, BaseModel model, LatentStore latents, string style)
{
    private const int CellSize = 8;
    private const int CropsPerPicture = 2;

    /// <summary>The eyes.</summary>
    public ResNet18 Eyes { get; } = new(Path.Combine(AppContext.BaseDirectory, "ResNet18.onnx"));

    /// <summary>The decoder that samples and examples alike go through.</summary>
    public TeacherDecoder Decoder { get; } = new(settings.Decoder.FullName);

    /// <summary>Teaches the judges and says how well they do on pictures that they have not seen.</summary>
    /// <param name="drawnByBase">Latents that the base draws: they count as another hand's, or whatever looks painted would be the artist's.</param>
    /// <param name="baseHash">Names the base.</param>
    public (Jury Jury, string Skill) Assemble(Func<Tensor> drawnByBase, string baseHash)
    {
        var (taught, asked) = Gallery.Split(gallery.Others);
        taught = [.. taught.Take(settings.Sizes.Examples)];
        asked = [.. asked.Take(settings.Sizes.Examples)];
        var artist = Look("artist", () => Crops(gallery.Trained.SelectMany(arms.Clean), 1));
        var heldOut = Look("held-out", () => Crops(gallery.HeldOut.SelectMany(arms.Clean), CropsPerPicture));
        var others = Look("others", () => Others(taught));
        var unknown = Look("others-asked", () => Others(asked));
        var target = Look("target", () => Crops(gallery.Trained.SelectMany(arms.Target), 1));
        var othersInTarget = Look("others-target", () => OthersInTarget([.. taught.Where((_, index) => index % 2 == 0)]));
        var heldOutInTarget = Look("held-out-target", () => Crops(gallery.HeldOut.SelectMany(arms.Target), 1));
        var drawn = Look($"base-{baseHash}", drawnByBase);
        var jury = new Jury(artist, Seen.Together([others, drawn]), Seen.Together([target, othersInTarget]), heldOut);
        return (jury, FormattableString.Invariant(
            $"The judge gives {jury.Of(heldOut).Artist:P0} of the artist's held-out pictures, {jury.Of(unknown).Artist:P0} of others' and {jury.Of(heldOutInTarget).Artist:P0} of the held-out ones in T to the artist; {jury.Of(heldOutInTarget).Target:P0} of the last to T."));
    }

    /// <summary>What the judge sees of latents, through the decoder.</summary>
    /// <param name="sheet">Where the pictures are written.</param>
    /// <param name="crops">(N, C, S, S).</param>
    public Seen Look(string sheet, Tensor crops)
    {
        using var scope = NewDisposeScope();
        var pictures = cat([.. crops.split(1).Select(Decoder.Decode)]);
        Sheet.Save(settings.Inside($"sheets/{sheet}.png"), pictures);
        var seen = Seen.Of(Eyes, pictures);
        seen.Features.MoveToOuterDisposeScope();
        foreach (var gram in seen.Grams)
        {
            gram.MoveToOuterDisposeScope();
        }

        return seen;
    }

    /// <summary>Crops of latents as trainers cut them; the same ones in every run.</summary>
    /// <param name="pictures">Latents (C, H, W).</param>
    /// <param name="count">Crops of each.</param>
    public Tensor Crops(IEnumerable<Tensor> pictures, int count) =>
        cat([.. pictures.Select((latent, index) => new CropBatch([[latent]], settings.Sizes.Canvas.Side / CellSize, isFlipped: false).Draw(new Random(index), count))]);

    private Seen Look(string name, Func<Tensor> crops)
    {
        var path = settings.Inside($"jury-{style}/{name}.safetensors");
        if (!File.Exists(path))
        {
            var seen = Look($"jury-{style}-{name}", crops());
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            TensorFile.Write(path, seen.Grams.Select((gram, i) => ($"gram{i}", gram)).Append(("features", seen.Features)).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal), ElementType.Float);
        }

        var tensors = TensorFile.Read(path);
        return new Seen(tensors["features"], [.. tensors.Where(pair => pair.Key.StartsWith("gram", StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
    }

    private Tensor Others(IReadOnlyList<FileInfo> files) => stack([.. files.Select(file => model.Other(file, 0))]);

    private Tensor OthersInTarget(IReadOnlyList<FileInfo> files)
    {
        var painter = StyleCatalog.Find(style) ?? throw new ArgumentException($"\"{style}\" is no style.");
        return stack([.. files.Select(file => latents.Of($"others-target-{style}/{file.Name}", () => painter.Render(settings.Sizes.Canvas.Square(file, 0), 1), isMirrored: false)[0])]);
    }
}
