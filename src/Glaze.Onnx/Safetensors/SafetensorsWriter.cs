using System.Buffers.Binary;
using System.Text.Json;

namespace Glaze.Onnx.Safetensors;

/// <summary>Writes weights in the safetensors format.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes tensors and metadata; the same content gives the same bytes.</summary>
    /// <param name="tensors">Tensors by name; float32, float16, bfloat16, float64, int64, int32 or uint8.</param>
    /// <param name="metadata">Free text properties, or null for none.</param>
    /// <returns>Content of a .safetensors file.</returns>
    public static byte[] Write(IReadOnlyDictionary<string, OnnxTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var ordered = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        var header = WriteHeader(ordered, metadata);
        var padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[checked(sizeof(ulong) + padded + ordered.Sum(pair => pair.Value.Bytes.Length))];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)padded);
        bytes.AsSpan(sizeof(ulong), padded).Fill((byte)' ');
        header.CopyTo(bytes, sizeof(ulong));
        var position = sizeof(ulong) + padded;
        foreach (var (_, tensor) in ordered)
        {
            tensor.Bytes.Span.CopyTo(bytes.AsSpan(position));
            position += tensor.Bytes.Length;
        }

        return bytes;
    }

    private static byte[] WriteHeader(KeyValuePair<string, OnnxTensor>[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                writer.WriteStartObject(SafetensorsHeader.MetadataKey);
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            var position = 0L;
            foreach (var (name, tensor) in tensors)
            {
                WriteEntry(writer, name, tensor, position);
                position += tensor.Bytes.Length;
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter writer, string name, OnnxTensor tensor, long position)
    {
        writer.WriteStartObject(name);
        writer.WriteString("dtype", SafetensorsTypes.Name(tensor.Type));
        WriteList(writer, "shape", tensor.Shape);
        WriteList(writer, "data_offsets", [position, position + tensor.Bytes.Length]);
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, long[] values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
