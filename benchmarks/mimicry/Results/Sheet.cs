using Glaze.Imaging;
using Glaze.Training.Samples;
using TorchSharp;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>Pictures side by side, to look at.</summary>
internal static class Sheet
{
    private const int Columns = 10;

    /// <summary>Writes a PNG file of pictures (N, 3, H, W), RGB 0..1, ten in a row.</summary>
    public static void Save(string path, torch.Tensor pictures)
    {
        var (count, height, width) = ((int)pictures.shape[0], (int)pictures.shape[2], (int)pictures.shape[3]);
        var columns = Math.Min(Columns, count);
        var sheet = new PlanarImage(columns * width, (count + columns - 1) / columns * height);
        for (var i = 0; i < count; i++)
        {
            var picture = PictureTensor.Picture(pictures, i);
            for (var c = 0; c < PlanarImage.ChannelCount; c++)
            {
                for (var y = 0; y < height; y++)
                {
                    picture.Plane(c).Slice(y * width, width).CopyTo(sheet.Plane(c)[((((i / columns * height) + y) * sheet.Width) + (i % columns * width))..]);
                }
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ImageFile.Save(path, sheet.ToPixels());
    }
}
