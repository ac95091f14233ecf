using System.Text.Json;
using System.Text.Json.Serialization;
using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>The <c>architecture</c> entry of a glaze-mini file: each net as a flat list of layers.</summary>
/// <param name="Nets">The nets in the file.</param>
/// <param name="Families">What the latent of every net holds, in order; null where it is one family's.</param>
internal sealed record LayerListArchitecture(
    [property: JsonPropertyName("nets")] IReadOnlyList<LayerListNet> Nets,
    [property: JsonPropertyName("families")] IReadOnlyList<LayerListFamily>? Families = null)
{
    /// <summary>Parses the JSON text.</summary>
    /// <exception cref="InvalidModelException">The text is not such a description.</exception>
    public static LayerListArchitecture Parse(string json)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(json, LayerListJsonContext.Default.LayerListArchitecture);
            return parsed is { Nets.Count: > 0 } && parsed.Nets.All(net => net is { Layers.Count: > 0 } && net.Layers.All(layer => layer is not null))
                ? parsed
                : throw new InvalidModelException("The encoder's architecture lists no nets, or one without layers; install the model again.");
        }
        catch (JsonException exception)
        {
            throw new InvalidModelException($"The encoder's architecture is not readable ({exception.Message}); install the model again.", exception);
        }
    }
}
