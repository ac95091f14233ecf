using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>One family's published encoder, asked again and again; what it sees of originals and targets is kept on disk by content.</summary>
/// <param name="family">The family.</param>
/// <param name="encoders">Opens the encoder.</param>
/// <param name="folder">Where latents are kept.</param>
internal sealed class FamilyJudge(Family family, EncoderSet encoders, string folder) : IDisposable
{
    // Pictures beyond a trainer's largest crop are seen in tiles, which also bounds memory.
    private const int LargestTile = 1024;
    private const int LargestKept = 768 * 768;

    private readonly Dictionary<string, float[]> _kept = new(StringComparer.Ordinal);
    private readonly PoolHolder _pool = new(() => encoders.Judges([family], threads: 1));

    /// <summary>The family.</summary>
    public Family Family => family;

    /// <summary>The latent of a picture that will be shown again: an original or a target.</summary>
    /// <param name="name">What it is, unlike all others shown to this judge.</param>
    /// <param name="show">The picture.</param>
    public float[] Known(string name, Func<PlanarImage> show)
    {
        if (!_kept.TryGetValue(name, out var latent))
        {
            _kept[name] = latent = FromDisk(show());
        }

        return latent;
    }

    /// <summary>The latent of a picture.</summary>
    public float[] Latent(PlanarImage image) =>
        [.. PixelTiles.Cover(image.Width, image.Height, LargestTile).SelectMany(tile =>
            _pool.Get().Latents(PixelTiles.Cut(image, tile.Left, tile.Top, tile.Width, tile.Height), CancellationToken.None)[0])];

    /// <summary>Closes the sessions.</summary>
    public void Dispose() => _pool.Dispose();

    private float[] FromDisk(PlanarImage image)
    {
        if (image.PlaneSize > LargestKept)
        {
            return Latent(image);
        }

        var content = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(image.Values.AsSpan())));
        var path = Path.Combine(folder, $"{encoders.Hash(family)[..10]}-{image.Width}x{image.Height}-{content[..20]}.latent");
        if (!File.Exists(path))
        {
            var temporary = path + ".part";
            File.WriteAllBytes(temporary, MemoryMarshal.AsBytes(Latent(image).AsSpan()));
            File.Move(temporary, path, overwrite: true);
        }

        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
    }
}
