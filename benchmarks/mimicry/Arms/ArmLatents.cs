using Glaze.Benchmarks.Mimicry.Latents;
using Glaze.Benchmarks.Mimicry.Pictures;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>The latents that a mimic trains on, arm by arm.</summary>
/// <param name="pictures">Makes the pictures.</param>
/// <param name="gallery">Says which they are.</param>
/// <param name="latents">Encodes them.</param>
/// <param name="hash">Names cloaked pictures' latents: they depend on the product and its weights.</param>
internal sealed class ArmLatents(ArmPictures pictures, Gallery gallery, LatentStore latents, string hash)
{
    private const int HashLetters = 12;

    /// <summary>Latents (C, H, W) of an arm's pictures, each as it is and mirrored.</summary>
    public IReadOnlyList<Tensor> Of(Arm arm) => Of(arm, gallery.Trained);

    /// <summary>The same of pictures that are held out: what a mimic would draw that had learned an arm's pictures to perfection.</summary>
    public IReadOnlyList<Tensor> HeldOut(Arm arm) => Of(arm, gallery.HeldOut);

    /// <summary>Latents of an artist's picture, and mirrored.</summary>
    public Tensor[] Clean(FileInfo file) => latents.Of($"artist/{file.Name}", () => pictures.Clean(file), isMirrored: true);

    /// <summary>Latents of an artist's picture in T, and mirrored.</summary>
    public Tensor[] Target(FileInfo file) => latents.Of($"target-{pictures.Style}/{file.Name}", () => pictures.Target(file), isMirrored: true);

    /// <summary>Mean shift of an arm's pictures: 0 where the encoder sees the original, 1 where it sees T.</summary>
    public double Shift(Arm arm) => Shift(arm, gallery.Trained);

    /// <summary>Mean shift of an arm's held-out pictures.</summary>
    public double HeldOutShift(Arm arm) => Shift(arm, gallery.HeldOut);

    /// <summary>Mean detail that an arm's pictures keep; see <see cref="LatentDetail"/>.</summary>
    public double Detail(Arm arm)
    {
        using var scope = NewDisposeScope();
        var clean = gallery.Trained.SelectMany(Clean);
        return Of(arm).Zip(clean, LatentDetail.Kept).Average();
    }

    /// <summary>Mean PSNR of an arm's pictures, dB; NaN where it has none or they are untouched.</summary>
    public double Psnr(Arm arm) => arm.NeedsNoPicture || arm.Share < 1
        ? double.NaN
        : gallery.Trained.Select((file, index) => Disturbance.PsnrOf(Disturbance.Rms(pictures.Clean(file), pictures.Of(arm, file, index)))).Average();

    private double Shift(Arm arm, IReadOnlyList<FileInfo> files)
    {
        using var scope = NewDisposeScope();
        var moved = Of(arm, files);
        return files.SelectMany(file => Clean(file).Zip(Target(file)))
            .Select((pair, i) => 1 - ((moved[i] - pair.Second).norm().item<float>() / (pair.First - pair.Second).norm().item<float>()))
            .Average();
    }

    private List<Tensor> Of(Arm arm, IReadOnlyList<FileInfo> files) => [.. files.SelectMany((file, index) => arm.Kind switch
    {
        ArmKind.Clean when arm.NeedsNoPicture => Clean(file),
        ArmKind.Sweep => Clean(file).Zip(Target(file), (clean, target) => clean + ((target - clean) * arm.Way)),
        _ => latents.Of($"arms/{hash[..HashLetters]}-{pictures.Style}-{arm.Name}/{file.Name}", () => pictures.Of(arm, file, index), isMirrored: true),
    })];
}
