using System.Runtime.InteropServices;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Nets;

/// <summary>Tensors by name in a safetensors file, replaced whole or not at all.</summary>
internal static class TensorFile
{
    /// <summary>Reads every tensor as float32.</summary>
    public static Dictionary<string, Tensor> Read(string path)
    {
        var file = SafetensorsFile.Open(File.ReadAllBytes(path));
        return file.Names.ToDictionary(name => name, name => Float(file.Tensor(name)), StringComparer.Ordinal);
    }

    /// <summary>Free text properties of a file.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(string path) => SafetensorsFile.Open(path).Metadata;

    /// <summary>Writes tensors; floats in the given type, bytes as they are.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, ElementType floats, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var stored = tensors.ToDictionary(pair => pair.Key, pair => Stored(pair.Value, floats), StringComparer.Ordinal);
        var temporary = path + ".part";
        File.WriteAllBytes(temporary, SafetensorsWriter.Write(stored, metadata));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A stored tensor as float32; bytes as 0..255.</summary>
    public static Tensor Float(OnnxTensor stored) => stored.Type == ElementType.UInt8
        ? tensor(MemoryMarshal.ToEnumerable(stored.Bytes).ToArray(), stored.Shape).to_type(ScalarType.Float32)
        : tensor(stored.ToFloats(), stored.Shape);

    private static OnnxTensor Stored(Tensor value, ElementType floats)
    {
        using var contiguous = value.detach().contiguous();
        return value.dtype == ScalarType.Byte
            ? new OnnxTensor(ElementType.UInt8, value.shape, contiguous.data<byte>().ToArray())
            : OnnxTensor.FromFloats(value.shape, contiguous.data<float>().ToArray(), floats);
    }
}
