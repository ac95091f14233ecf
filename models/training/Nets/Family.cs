namespace Glaze.Training.Nets;

/// <summary>A family of image models, as its published tiny encoder stands for it.</summary>
/// <param name="Name">Short name, as the architecture entry of the file has it.</param>
/// <param name="File">Name of the published encoder's file.</param>
/// <param name="Channels">Channels of its latent.</param>
internal sealed record Family(string Name, string File, int Channels)
{
    /// <summary>Channels of the encoders' last hidden features.</summary>
    public const int HintChannels = 64;

    /// <summary>The four that people fine-tune; the student's head holds their latents in this order.</summary>
    public static IReadOnlyList<Family> All { get; } =
    [
        new("sd", "taesd_encoder.safetensors", 4),
        new("sdxl", "taesdxl_encoder.safetensors", 4),
        new("flux.1", "taef1_encoder.safetensors", 16),
        new("flux.2", "taef2_encoder.safetensors", 32),
    ];

    /// <summary>Channels of all latents together.</summary>
    public static int LatentChannels => All.Sum(family => family.Channels);

    /// <summary>The channels of each family's latent in the student's head.</summary>
    public static IEnumerable<(Family Family, int Start)> Slices()
    {
        var start = 0;
        foreach (var family in All)
        {
            yield return (family, start);
            start += family.Channels;
        }
    }
}
