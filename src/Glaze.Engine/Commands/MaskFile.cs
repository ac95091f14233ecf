using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>Reads the selection of <c>--mask</c>: brightness times opacity is how much a pixel may change.</summary>
internal static class MaskFile
{
    /// <summary>Row-major weights 0..255.</summary>
    /// <exception cref="UserException">The mask has another size than the picture.</exception>
    public static ReadOnlyMemory<byte> Read(string path, PixelBuffer picture, string picturePath, CommandContext context)
    {
        var mask = PictureSource.Load(path, context).Pixels;
        if (mask.Width != picture.Width || mask.Height != picture.Height)
        {
            throw new UserException(
                $"{path} is {mask.Width}×{mask.Height} but {picturePath} is {picture.Width}×{picture.Height}; make the mask the size of the picture.");
        }

        var weights = new byte[picture.Width * picture.Height];
        for (var i = 0; i < weights.Length; i++)
        {
            var pixel = mask.Rgba.AsSpan(4 * i, 4);
            var luma = (0.2126 * pixel[0]) + (0.7152 * pixel[1]) + (0.0722 * pixel[2]);
            weights[i] = (byte)Math.Round(luma * pixel[3] / 255);
        }

        return weights;
    }
}
