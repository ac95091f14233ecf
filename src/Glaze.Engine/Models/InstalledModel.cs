namespace Glaze.Engine.Models;

/// <summary>What is remembered of a model file on this machine, beside the file; it outlives the file so that its hash stays pinned.</summary>
/// <param name="Id">The model's identifier.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">The file's hash, lower-case hexadecimal.</param>
/// <param name="Source">Where it came from.</param>
internal sealed record InstalledModel(string Id, long Bytes, string Sha256, string Source);
