namespace Glaze.Benchmarks.Mimicry;

/// <summary>What holds for a whole run.</summary>
/// <param name="Folder">The work folder: latents, checkpoints, results.</param>
/// <param name="Pictures">Folder of the pictures: artist/, others/ and base/.</param>
/// <param name="Encoder">The family's published encoder, whose latents the generator learns.</param>
/// <param name="Decoder">The family's published decoder.</param>
/// <param name="Sizes">How much is computed.</param>
/// <param name="Samples">Work folder of the training of glaze-mini, whose drawn pictures have latents already; null where there is none.</param>
/// <param name="Style">T; null for the one that the product draws for the artist's first picture.</param>
/// <param name="Quality">The product's render quality.</param>
internal sealed record Settings(DirectoryInfo Folder, DirectoryInfo Pictures, FileInfo Encoder, FileInfo Decoder, Sizes Sizes, DirectoryInfo? Samples, string? Style, string Quality)
{
    /// <summary>A file or folder of the work folder; each size has its own.</summary>
    public string Inside(string name) => Path.Combine(Folder.FullName, Sizes.Name, name);
}
