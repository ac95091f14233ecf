using System.Text;
using Glaze.Imaging;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Fuzz.Tests;

/// <summary>Small good files of every kind we read, made by our own writers.</summary>
internal static class GoodFiles
{
    public static IReadOnlyList<byte[]> Safetensors { get; } =
    [
        SafetensorsWriter.Write(
            new Dictionary<string, OnnxTensor>
            {
                ["a.weight"] = OnnxTensor.FromFloats([2, 3], [1, 2, 3, 4, 5, 6]),
                ["b"] = OnnxTensor.FromFloats([], [7]),
                ["empty"] = OnnxTensor.FromFloats([0, 3], []),
            },
            new Dictionary<string, string> { ["kind"] = "test", ["note"] = "日本語" }),
        SafetensorsWriter.Write(new Dictionary<string, OnnxTensor> { ["x"] = OnnxTensor.FromFloats([4], [1, 2, 3, 4]) }),
    ];

    public static IReadOnlyList<byte[]> Encoders { get; } = [LayerList(), LayerList(), TinyAutoencoder()];

    public static IReadOnlyList<byte[]> Onnx { get; } = [OnnxModelWriter.Write(Graph(reshape: false)), OnnxModelWriter.Write(Graph(reshape: true)), OnnxModelWriter.Write(Growing())];

    public static IReadOnlyList<byte[]> Frames { get; } = [Conversation(), Answers()];

    public static IReadOnlyList<byte[]> Settings { get; } =
    [
        Encoding.UTF8.GetBytes("""{"Cloak":{"Intensity":50,"Quality":1,"Style":"auto","Device":0,"AdapterLuid":null,"Seed":12345},"ArtistStyle":"pointillism"}"""),
        Encoding.UTF8.GetBytes("""{"cloak":{"intensity":7,"quality":"Best","style":"fresco","device":"DirectMl","adapter":"10de:2504 Card","adapterLuid":77,"seed":-3},"artistStyle":null}"""),
    ];

    /// <summary>Every format in colour, one with much beside its pixels; a mask is read by the same decoder.</summary>
    public static IReadOnlyList<byte[]> Pictures(ImageFormat format)
    {
        var picture = Picture(24, 18, isOpaque: false);
        var opaque = Picture(17, 9, isOpaque: true);
        return [ImageEncoder.Encode(picture, format), ImageEncoder.Encode(opaque, format), ImageEncoder.Encode(picture, format, Talkative(picture))];
    }

    // A PNG file with colours, resolution, texts, EXIF and XMP behind its header; they go into the other formats too.
    private static LoadedImage Talkative(PixelBuffer picture)
    {
        const int HeaderEnd = 33;
        const string Exif = "49492A000800000002003B0102000800000026000000698704000100000"
            + "02E00000000000000486F6B7573616900010086920700" + "0C0000004000000000000000" + "415343494900000068692121";
        var plain = ImageEncoder.Encode(picture, ImageFormat.Png);
        byte[] chunks =
        [
            .. Chunk("gAMA", [0, 1, 0x86, 0xA0]),
            .. Chunk("pHYs", [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]),
            .. Chunk("tEXt", [.. "Author\0Mika"u8]),
            .. Chunk("tEXt", [.. "Raw profile type iptc\0\niptc\n      20\n1c025000044d696b611c02ca0006616263646566"u8]),
            .. Chunk("tEXt", [.. "Comment\0data:image/png,/9j/4AAQSkZJRgABAQ and a hundred letters of which none is a picture: 0xFF, 0xD8, 0xFF, 0x00, GIF89a"u8]),
            .. Chunk("eXIf", Convert.FromHexString(Exif)),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>some rights</x:xmpmeta>"u8]),
        ];
        return ImageDecoder.Decode(PngChecksums.Repair([.. plain[..HeaderEnd], .. chunks, .. plain[HeaderEnd..]]));
    }

    // The checksum is put in afterwards.
    private static byte[] Chunk(string kind, byte[] data) =>
        [(byte)(data.Length >> 24), (byte)(data.Length >> 16), (byte)(data.Length >> 8), (byte)data.Length, .. Encoding.ASCII.GetBytes(kind), .. data, 0, 0, 0, 0];

    private static PixelBuffer Picture(int width, int height, bool isOpaque)
    {
        var random = new Random(5);
        var picture = new PixelBuffer(width, height);
        random.NextBytes(picture.Rgba);
        for (var i = 3; isOpaque && i < picture.Rgba.Length; i += 4)
        {
            picture.Rgba[i] = 255;
        }

        return picture;
    }

    private static byte[] LayerList() => SafetensorsWriter.Write(
        new Dictionary<string, OnnxTensor>
        {
            ["a.0.weight"] = OnnxTensor.Filled([4, 3, 3, 3], 0.1),
            ["a.0.bias"] = OnnxTensor.Filled([4], 0),
            ["a.1.conv1.weight"] = OnnxTensor.Filled([4, 4, 3, 3], 0.1),
            ["a.1.conv1.bias"] = OnnxTensor.Filled([4], 0),
            ["a.1.conv2.weight"] = OnnxTensor.Filled([4, 4, 3, 3], 0.1),
            ["a.1.conv2.bias"] = OnnxTensor.Filled([4], 0),
            ["latent.mean"] = OnnxTensor.Filled([4], 0),
            ["latent.std"] = OnnxTensor.Filled([4], 1),
        },
        new Dictionary<string, string>
        {
            ["architecture"] = """
                {"nets":[{"name":"a","layers":[
                  {"op":"conv","name":"a.0","in":3,"out":4,"kernel":3,"stride":2,"relu":true},
                  {"op":"block","name":"a.1","channels":4}]}]}
                """,
        });

    private static byte[] TinyAutoencoder()
    {
        const int Width = 4;
        var tensors = new Dictionary<string, OnnxTensor>();
        var input = 3;
        for (var index = 0; index <= 14; index++)
        {
            var isBlock = index is not (0 or 2 or 6 or 10 or 14);
            foreach (var name in isBlock ? (string[])[$"{index}.conv.0", $"{index}.conv.2", $"{index}.conv.4"] : [$"{index}"])
            {
                tensors.Add(name + ".weight", OnnxTensor.Filled([Width, input, 3, 3], 0.1));
                if (index is not (2 or 6 or 10))
                {
                    tensors.Add(name + ".bias", OnnxTensor.Filled([Width], 0));
                }

                input = Width;
            }
        }

        return SafetensorsWriter.Write(tensors);
    }

    private static OnnxModel Graph(bool reshape)
    {
        var builder = new GraphBuilder(name: "small");
        var x = builder.Input("x", 1, 2, 4, 4);
        var weights = builder.Initializer("w", OnnxTensor.FromFloats([3, 2, 3, 3], [.. Enumerable.Range(0, 54).Select(index => index / 54f)]));
        var bias = builder.Initializer("b", OnnxTensor.FromFloats([3], [0.5f, -0.5f, 0.25f]));
        var y = builder.Relu(builder.Conv(x, weights, bias, stride: 2), "features");
        builder.Output(reshape ? builder.Reshape(y, 1, 3, 4) : builder.ReduceMean(y, keepDims: false, output: "mean"));
        var model = builder.Build();
        model.Metadata["author"] = "a test";
        return model;
    }

    // Operators whose constants say how large their result is.
    private static OnnxModel Growing()
    {
        var builder = new GraphBuilder(name: "growing");
        var x = builder.Input("x", 1, 3);
        var filled = builder.Node("ConstantOfShape", [builder.Initializer("shape", OnnxTensor.FromInt64s(3))], ("value", OnnxTensor.FromInt64s(0)));
        var wide = builder.Node("Expand", [x, builder.Node("Add", [filled, builder.Initializer("one", OnnxTensor.FromInt64s(2, 4, 3))])]);
        var tiled = builder.Node("Tile", [wide, builder.Initializer("repeats", OnnxTensor.FromInt64s(1, 2, 2))]);
        builder.Output(builder.Node("Slice", [tiled, builder.Initializer("starts", OnnxTensor.FromInt64s(0)), builder.Initializer("ends", OnnxTensor.FromInt64s(2))]));
        return builder.Build();
    }

    private static byte[] Conversation()
    {
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Write(new Hello(ProtocolVersion.Current, "fuzz", "en"));
        writer.Write(new CloakRequest
        {
            Job = 1,
            Picture = "p",
            PixelsFollow = true,
            Width = 6,
            Height = 5,
            SelectionBounds = new PixelRectangle(1, 1, 3, 2),
            HasSelectionMask = true,
            Intensity = 50,
            Quality = RenderQuality.Fast,
            Style = "auto",
            Seed = 1,
            Device = DeviceKind.Cpu,
            Language = "en",
        });
        writer.WritePixels(1, PixelPlane.Original, new byte[6 * 5 * 4]);
        writer.WritePixels(1, PixelPlane.Selection, new byte[6]);
        writer.Write(new Ping(3));
        writer.Write(new CancelRequest(1));
        return stream.ToArray();
    }

    private static byte[] Answers()
    {
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Write(new Welcome(ProtocolVersion.Current, "1", [new DeviceDescription(DeviceKind.Cpu, "CPU", null)], [new StyleDescription("a", "A")], []));
        writer.Write(new EngineFault(1, FaultCode.Internal, "No.", "detail"));
        writer.Write(new Pong(3));
        return stream.ToArray();
    }
}
