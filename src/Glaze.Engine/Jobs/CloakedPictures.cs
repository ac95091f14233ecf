using System.Security.Cryptography;
using System.Text;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Jobs;

/// <summary>
/// Remembers which pictures were cloaked here, so that one that comes back is noticed: half of the SHA-256 of a picture's size and pixels on a line
/// of a file that never leaves this machine and tells nobody what the picture shows. A picture that was changed or saved with losses since is another.
/// </summary>
/// <param name="folder">The user's folder; made when first needed.</param>
internal sealed class CloakedPictures(string folder)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "cloaked-pictures";

    // The newest half is kept when there are more.
    private const int MostLines = 20_000;
    private const int LineLength = SHA256.HashSizeInBytes + 1;

    private readonly string _path = FileIn(folder);

    /// <summary>Where the file is or goes in a folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>Whether a picture was cloaked here. Where nothing can be read, none was.</summary>
    public bool Has(PixelBuffer picture) => Lines().Contains(Line(picture), StringComparer.Ordinal);

    /// <summary>Remembers a cloaked picture. Where nothing can be written, it is forgotten: no cloak fails for that.</summary>
    public void Add(PixelBuffer picture)
    {
        // Without a home there is no folder of the user's.
        if (!Path.IsPathFullyQualified(folder))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.AppendAllText(_path, Line(picture) + '\n');
            if (new FileInfo(_path).Length > MostLines * LineLength)
            {
                AtomicFile.Write(_path, Encoding.ASCII.GetBytes(string.Concat(Lines().TakeLast(MostLines / 2).Select(line => line + '\n'))));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string[] Lines()
    {
        try
        {
            return File.Exists(_path) ? File.ReadAllLines(_path) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Line(PixelBuffer picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        picture.AppendTo(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, SHA256.HashSizeInBytes / 2));
    }
}
