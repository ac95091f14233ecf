using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Encoders;

/// <summary>
/// One layer. <c>conv</c>: convolution with padding kernel / 2 and optional ReLU.
/// <c>block</c>: y = ReLU(x + conv2(ReLU(conv1(x)))), 3×3.
/// </summary>
internal sealed record LayerListLayer(
    [property: JsonPropertyName("op")] string Operator,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("in")] int InputChannels = 0,
    [property: JsonPropertyName("out")] int OutputChannels = 0,
    [property: JsonPropertyName("kernel")] int Kernel = 3,
    [property: JsonPropertyName("stride")] int Stride = 1,
    [property: JsonPropertyName("relu")] bool HasRelu = false,
    [property: JsonPropertyName("channels")] int Channels = 0);
