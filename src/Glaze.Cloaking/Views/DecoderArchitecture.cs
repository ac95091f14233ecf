using System.Text.Json;
using System.Text.Json.Serialization;
using Glaze.Onnx;

namespace Glaze.Cloaking.Views;

/// <summary>The <c>architecture</c> entry of a decoder's file.</summary>
/// <param name="Decoder">The one decoder in the file.</param>
internal sealed record DecoderArchitecture([property: JsonPropertyName("decoder")] DecoderDescription Decoder)
{
    /// <summary>Parses the JSON text.</summary>
    /// <exception cref="InvalidModelException">The text is not such a description.</exception>
    public static DecoderDescription Parse(string json)
    {
        try
        {
            var decoder = JsonSerializer.Deserialize(json, DecoderJsonContext.Default.DecoderArchitecture)?.Decoder;
            return decoder is { Channels: > 0, Layers.Count: > 0 } && decoder.Layers.All(layer => layer is not null)
                ? decoder
                : throw new InvalidModelException("The decoder's architecture lists no layers; install GlazeEffect again.");
        }
        catch (JsonException exception)
        {
            throw new InvalidModelException($"The decoder's architecture is not readable ({exception.Message}); install GlazeEffect again.", exception);
        }
    }
}
