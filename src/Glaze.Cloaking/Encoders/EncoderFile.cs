using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders;

/// <summary>Opens published encoder files and tells from their tensors which architecture they hold.</summary>
public static class EncoderFile
{
    /// <summary>Opens a safetensors file. Its weights are read when a graph is written, so it must stay in place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Identifier for <c>--surrogate</c>; null for the file's name without extension.</param>
    /// <param name="standsFor">What it stands for, where known; null for what the tensors tell.</param>
    /// <returns>The encoders in it: one, but for glaze-mini's several.</returns>
    /// <exception cref="InvalidModelException">The file is damaged, or no encoder this version knows.</exception>
    public static IReadOnlyList<SurrogateEncoder> OpenAll(string path, string? name = null, string? standsFor = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Read(SafetensorsFile.Open(path), name ?? Path.GetFileNameWithoutExtension(path), standsFor);
        }
        catch (InvalidModelException exception)
        {
            throw new InvalidModelException($"{path} cannot be used as an encoder: {exception.Message}", exception);
        }
    }

    /// <summary>Opens a safetensors file that holds one encoder.</summary>
    /// <inheritdoc cref="OpenAll"/>
    /// <returns>The encoder; the first of several.</returns>
    public static SurrogateEncoder Open(string path, string? name = null, string? standsFor = null) => OpenAll(path, name, standsFor)[0];

    /// <summary>Recognises the encoders in opened weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="name">Identifier for <c>--surrogate</c>.</param>
    /// <param name="standsFor">What it stands for, where known; null for what the tensors tell.</param>
    /// <returns>One encoder, or all of a glaze-mini file.</returns>
    /// <exception cref="InvalidModelException">No encoder this version knows, or one with tensors missing or misshapen.</exception>
    public static IReadOnlyList<SurrogateEncoder> Read(SafetensorsFile weights, string name, string? standsFor = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (weights.Metadata.ContainsKey("architecture"))
        {
            return LayerListEncoder.ReadAll(name, weights);
        }

        SurrogateEncoder encoder = TinyAutoencoderEncoder.TryRead(weights, name, standsFor)
            ?? (SurrogateEncoder?)AutoencoderKlEncoder.TryRead(weights, name, standsFor)
            ?? throw new InvalidModelException(
                "its tensors are neither those of a tiny autoencoder (TAESD family) nor of an AutoencoderKL image encoder.");
        return [encoder];
    }
}
