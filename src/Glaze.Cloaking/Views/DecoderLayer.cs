using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Views;

/// <summary>
/// One layer of a decoder. <c>limit</c>: 3·tanh(x / 3). <c>conv</c>: 3×3 convolution, padded, with optional ReLU. <c>block</c>:
/// y = ReLU(x + conv2(ReLU(conv1(x)))), 3×3. <c>enlarge</c>: every value twice along both axes. <c>shuffle</c>: four channels become 2 × 2 pixels.
/// </summary>
internal sealed record DecoderLayer(
    [property: JsonPropertyName("op")] string Operator,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("out")] int OutputChannels = 0,
    [property: JsonPropertyName("relu")] bool HasRelu = false);
