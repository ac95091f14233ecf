using System.Text.Json;
using Glaze.Onnx;
using Glaze.Training.Nets;

namespace Glaze.Training.Views;

/// <summary>The decoder's file that ships.</summary>
internal static class DecoderFile
{
    /// <summary>Packs averaged weights in half precision, with a description of their architecture.</summary>
    public static void WriteShipped(string path, string folder, DecoderShape shape)
    {
        var architecture = JsonSerializer.Serialize(new
        {
            decoder = new { family = "sd", channels = DecoderShape.LatentChannels, factor = 8, output = "RGB 0..1 NCHW", layers = shape.Layers },
        });
        TensorFile.Write(path, TensorFile.Read(DecoderState.AveragePath(folder)), ElementType.Float16, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "glaze-view",
            ["license"] = "MIT",
            ["format"] = "pt",
            ["architecture"] = architecture,
            ["teachers"] = "TAESD decoder",
        });
    }
}
