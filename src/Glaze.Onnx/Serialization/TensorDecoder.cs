using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Glaze.Onnx.Protobuf;

namespace Glaze.Onnx.Serialization;

/// <summary>Turns the file's tensor message, which has one field per family of types, into bytes.</summary>
internal static class TensorDecoder
{
    private const int ExternalData = 1;

    public static OnnxTensor Decode(TensorProto proto, string what)
    {
        if (proto.DataLocation == ExternalData)
        {
            throw new InvalidModelException($"The {what} keeps its data in another file, which is not supported.");
        }

        try
        {
            var type = (ElementType)proto.DataType;
            return new OnnxTensor(type, proto.Dims, proto.HasRawData ? proto.RawData.Memory : DecodeTyped(proto, type));
        }
        catch (InvalidModelException error)
        {
            throw new InvalidModelException($"The {what} is broken: {error.Message}", error);
        }
    }

    private static byte[] DecodeTyped(TensorProto proto, ElementType type) => type switch
    {
        ElementType.Float => ToBytes(proto.FloatData.ToArray()),
        ElementType.Double => ToBytes(proto.DoubleData.ToArray()),
        ElementType.Int64 => ToBytes(proto.Int64Data.ToArray()),
        ElementType.UInt64 => ToBytes(proto.Uint64Data.ToArray()),
        ElementType.UInt32 => ToBytes(proto.Uint64Data.Select(value => unchecked((uint)value)).ToArray()),
        ElementType.Int32 => ToBytes(proto.Int32Data.ToArray()),
        _ => Narrow([.. proto.Int32Data], type.SizeInBytes()),
    };

    private static byte[] ToBytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    // Types of one and two bytes are stored one to an int32; float16 as its bit pattern.
    private static byte[] Narrow(int[] values, int size)
    {
        var bytes = new byte[values.Length * size];
        for (var index = 0; index < values.Length && size > 0; index++)
        {
            if (size == 1)
            {
                bytes[index] = unchecked((byte)values[index]);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(index * size), unchecked((ushort)values[index]));
            }
        }

        return bytes;
    }
}
