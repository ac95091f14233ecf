using System.Security.Cryptography;

namespace Glaze.Engine.Models;

/// <summary>The SHA-256 of files.</summary>
internal static class FileHash
{
    private const int BufferSize = 1 << 20;

    /// <summary>The hash, lower-case hexadecimal.</summary>
    public static string Compute(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
