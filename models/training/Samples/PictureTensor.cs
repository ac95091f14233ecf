using Glaze.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>Between planar pictures and tensors (N, 3, H, W), RGB 0..1.</summary>
internal static class PictureTensor
{
    /// <summary>Stacks pictures of one size.</summary>
    public static Tensor Of(IReadOnlyList<PlanarImage> pictures) =>
        stack([.. pictures.Select(picture => tensor(picture.Values, [3, picture.Height, picture.Width]))]);

    /// <summary>One picture of a stack.</summary>
    public static PlanarImage Picture(Tensor pictures, int index) =>
        new((int)pictures.shape[3], (int)pictures.shape[2], pictures[index].detach().contiguous().data<float>().ToArray());

    /// <summary>Rounded to whole levels of 255.</summary>
    public static Tensor Quantised(Tensor pictures) => pictures.clamp(0, 1).mul(255).round().div(255);

    /// <summary>Root of the mean square of each picture, (N, 1, 1, 1).</summary>
    public static Tensor Rms(Tensor pictures) => pictures.square().mean([1, 2, 3], keepdim: true).sqrt() + 1e-9;
}
