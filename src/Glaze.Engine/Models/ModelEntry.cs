namespace Glaze.Engine.Models;

/// <summary>One model that can be installed.</summary>
/// <param name="Id">Identifier on the command line; also the name of its file.</param>
/// <param name="StandsFor">What it stands for: a name that is the same in all languages.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Architecture">Its network, for people.</param>
/// <param name="Licence">Its terms.</param>
/// <param name="Url">Where the file is, or null when it is published in no safe format and must be converted and imported.</param>
/// <param name="Bytes">The file's size, where published.</param>
/// <param name="Sha256">The file's hash, lower-case hexadecimal, where published; else the first file installed is pinned.</param>
/// <param name="OtherSha256">Hashes of other published files with the same weights.</param>
internal sealed record ModelEntry(
    string Id,
    string StandsFor,
    ModelKind Kind,
    string Architecture,
    ModelLicence Licence,
    Uri? Url = null,
    long? Bytes = null,
    string? Sha256 = null,
    IReadOnlyList<string>? OtherSha256 = null)
{
    /// <summary>Every hash known to be this model's.</summary>
    public IEnumerable<string> Hashes => (Sha256 is null ? [] : new[] { Sha256 }).Concat(OtherSha256 ?? []);
}
