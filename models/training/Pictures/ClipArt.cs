using Glaze.Imaging;
using SkiaSharp;

namespace Glaze.Training.Pictures;

/// <summary>Public-domain clip art (Debian's openclipart-png) on drawn grounds. One piece in ten is held out, by its name.</summary>
internal sealed class ClipArt
{
    private readonly string[] _paths;

    /// <summary>Finds the pieces of a folder.</summary>
    /// <param name="folder">The folder; null for none.</param>
    /// <param name="isHeldOut">Whether those for evaluation are wanted, or those for training.</param>
    public ClipArt(string? folder, bool isHeldOut) => _paths = folder is null
        ? []
        : [.. Directory.GetFiles(folder, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(path => IsHeldOut(path) == isHeldOut)];

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _paths.Length == 0;

    /// <summary>One to three pieces on a ground.</summary>
    public PlanarImage Draw(Dice dice, int side) => Drawing.On(Scenes.Ground(dice, side), canvas =>
    {
        for (var count = dice.Whole(1, 4); count > 0; count--)
        {
            using var codec = SKCodec.Create(dice.Of<string>(_paths));
            if (codec is null || (long)codec.Info.Width * codec.Info.Height > 9_000_000)
            {
                continue;
            }

            using var piece = SKBitmap.Decode(codec);
            if (piece is null)
            {
                continue;
            }

            var scale = side * dice.Range(0.5, 1.5) / Math.Max(piece.Width, piece.Height);
            using var image = SKImage.FromBitmap(piece);
            canvas.DrawImage(
                image,
                SKRect.Create(side * dice.Range(-0.3, 0.4), side * dice.Range(-0.3, 0.4), piece.Width * scale, piece.Height * scale),
                new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
    });

    private static bool IsHeldOut(string path) => Path.GetFileName(path).Aggregate(17u, (hash, letter) => (hash * 31) + letter) % 10 == 0;
}
