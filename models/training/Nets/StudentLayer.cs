using System.Text.Json.Serialization;

namespace Glaze.Training.Nets;

/// <summary>One layer of a student, as the file's architecture entry has it (models/README.md).</summary>
internal sealed record StudentLayer(
    [property: JsonPropertyName("op")] string Operator,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("in")] int Input,
    [property: JsonPropertyName("out")] int Output,
    [property: JsonPropertyName("kernel")] int Kernel,
    [property: JsonPropertyName("stride")] int Stride,
    [property: JsonPropertyName("relu")] bool HasRelu,
    [property: JsonPropertyName("channels")] int Channels)
{
    /// <summary>The convolutions in this layer: name, channels in and out, kernel.</summary>
    public IEnumerable<(string Name, int Input, int Output, int Kernel)> Convolutions() => Operator == "conv"
        ? [(Name, Input, Output, Kernel)]
        : [($"{Name}.conv1", Channels, Channels, 3), ($"{Name}.conv2", Channels, Channels, 3)];
}
