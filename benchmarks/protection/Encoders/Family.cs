namespace Glaze.Benchmarks.Protection.Encoders;

/// <summary>A family of models that people fine-tune, judged by its published tiny encoder.</summary>
/// <param name="Id">Word in results and on the command line.</param>
/// <param name="Name">What users call it.</param>
/// <param name="FileStem">Its files are FileStem_encoder.safetensors and FileStem_decoder.safetensors.</param>
internal sealed record Family(string Id, string Name, string FileStem)
{
    /// <summary>The four families.</summary>
    public static IReadOnlyList<Family> All { get; } =
    [
        new("SD", "Stable Diffusion", "taesd"),
        new("SDXL", "SDXL", "taesdxl"),
        new("FLUX.1", "FLUX.1", "taef1"),
        new("FLUX.2", "FLUX.2", "taef2"),
    ];
}
