using Glaze.Client.Settings;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using Glaze.Onnx.Shapes;
using Glaze.Protocol;
using Glaze.Protocol.Framing;

namespace Glaze.Fuzz.Tests;

/// <summary>Every parser that reads files or bytes from outside.</summary>
internal static class FuzzTargets
{
    private const long Megabyte = 1 << 20;

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("safetensors", GoodFiles.Safetensors, ReadSafetensors, IsInvalidModel, 200, 4 * Megabyte, 4000),
        new("encoder", GoodFiles.Encoders, ReadEncoder, IsInvalidModel, 400, 16 * Megabyte, 1000),
        new("onnx", GoodFiles.Onnx, ReadOnnx, IsInvalidModel, 400, 16 * Megabyte, 4000),
        new("frames", GoodFiles.Frames, ReadFrames, exception => exception is ProtocolException, 50, 40 * Megabyte, 4000),
        new("settings", GoodFiles.Settings, ReadSettings, exception => exception is InvalidDataException, 200, 4 * Megabyte, 1000),
        Picture("png", ImageFormat.Png) with { Repair = PngChecksums.Repair },
        Picture("jpeg", ImageFormat.Jpeg),
        Picture("webp", ImageFormat.WebP),
        Picture("tiff", ImageFormat.Tiff),
    ];

    // A header may claim up to ImageLimits.MaximumPixels of 4 × 16 bits, and as many again in 8 bits.
    private static FuzzTarget Picture(string name, ImageFormat format) => new(
        name, GoodFiles.Pictures(format), file => ImageDecoder.Decode(file, name), exception => exception is ImageFileException, 200, 20 * ImageLimits.MaximumPixels, 1500);

    private static bool IsInvalidModel(Exception exception) => exception is InvalidModelException;

    private static void ReadSafetensors(byte[] file)
    {
        var weights = SafetensorsFile.Open(file);
        foreach (var name in weights.Names)
        {
            if (weights.Tensor(name).Type == ElementType.Float)
            {
                weights.Tensor(name).ToFloats();
            }
        }
    }

    private static void ReadEncoder(byte[] file)
    {
        foreach (var encoder in EncoderFile.Read(SafetensorsFile.Open(file), "fuzz"))
        {
            ShapeInference.Infer(LatentGraphs.Forward(encoder, 32, 32));
        }
    }

    private static void ReadOnnx(byte[] file) => ShapeInference.Infer(OnnxModelReader.Read(file));

    private static void ReadFrames(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var reader = new MessageReader(stream);
        while (reader.Read() is not null)
        {
        }
    }

    // Settings promise never to throw: what is wrong becomes the defaults and a warning, which stands for a refusal here.
    private static void ReadSettings(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("glaze-fuzz-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "settings.json"), file);
            var store = new UserSettingsStore(folder.FullName);
            store.Current.Cloak.ShouldBe(store.Current.Cloak.Clamp());
            if (store.Warning is { } warning)
            {
                throw new InvalidDataException(warning.ToString());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
