using System.Buffers.Binary;
using System.Security.Cryptography;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// The seed of everything that is drawn for one picture: the user's seed mixed with the picture's own pixels, so that cloaks of different
/// pictures have nothing in common that averaging could bring out.
/// </summary>
internal static class PictureSeed
{
    /// <summary>Mixes a seed with a picture.</summary>
    public static int Of(PixelBuffer picture, int seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> start = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(start, seed);
        hash.AppendData(start);
        picture.AppendTo(hash);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt32LittleEndian(digest);
    }
}
