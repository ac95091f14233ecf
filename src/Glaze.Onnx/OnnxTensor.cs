using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Glaze.Onnx.Shapes;

namespace Glaze.Onnx;

/// <summary>A constant tensor: element type, shape and little-endian row-major bytes.</summary>
public sealed class OnnxTensor
{
    /// <summary>Creates a tensor over bytes that the caller will not change any more.</summary>
    /// <param name="type">Element type of fixed size.</param>
    /// <param name="shape">Dimensions, none negative.</param>
    /// <param name="bytes">Little-endian values, row-major.</param>
    /// <exception cref="InvalidModelException">The number of bytes does not fit the shape.</exception>
    public OnnxTensor(ElementType type, IReadOnlyList<long> shape, ReadOnlyMemory<byte> bytes)
    {
        Type = type;
        Shape = [.. shape];
        Bytes = bytes;
        ElementCount = TensorSize.CountElements(Shape);
        if (type.SizeInBytes() == 0)
        {
            throw new InvalidModelException($"Tensors of element type {(int)type} are not supported.");
        }

        if (TensorSize.CountBytes(type, Shape) != bytes.Length)
        {
            throw new InvalidModelException($"A tensor of shape [{string.Join(", ", Shape)}] and type {type} cannot have {bytes.Length} bytes.");
        }
    }

    /// <summary>Element type.</summary>
    public ElementType Type { get; }

    /// <summary>Dimensions, outermost first; empty for a scalar.</summary>
    public long[] Shape { get; }

    /// <summary>Values as little-endian bytes, row-major.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Product of the dimensions; 1 for a scalar.</summary>
    public long ElementCount { get; }

    /// <summary>A float32 tensor holding a copy of the values.</summary>
    public static OnnxTensor FromFloats(IReadOnlyList<long> shape, ReadOnlySpan<float> values) => From(ElementType.Float, shape, values);

    /// <summary>A float32, float16 or float64 tensor of the values; in float16 what is out of range becomes ±65504.</summary>
    public static OnnxTensor FromFloats(IReadOnlyList<long> shape, ReadOnlySpan<float> values, ElementType type)
    {
        switch (type)
        {
            case ElementType.Float:
                return FromFloats(shape, values);
            case ElementType.Double:
                return FromDoubles(shape, Array.ConvertAll(values.ToArray(), value => (double)value));
            case ElementType.Float16:
                var halves = Array.ConvertAll(values.ToArray(), value => (Half)Math.Clamp(value, (float)Half.MinValue, (float)Half.MaxValue));
                return From<Half>(ElementType.Float16, shape, halves);
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Numbers are written as float32, float16 or float64.");
        }
    }

    /// <summary>A float64 tensor holding a copy of the values.</summary>
    public static OnnxTensor FromDoubles(IReadOnlyList<long> shape, ReadOnlySpan<double> values) => From(ElementType.Double, shape, values);

    /// <summary>An int64 tensor holding a copy of the values.</summary>
    public static OnnxTensor FromInt64s(IReadOnlyList<long> shape, ReadOnlySpan<long> values) => From(ElementType.Int64, shape, values);

    /// <summary>A one-dimensional int64 tensor, the form in which operators take axes and shapes.</summary>
    public static OnnxTensor FromInt64s(params long[] values) => FromInt64s([values.Length], values);

    /// <summary>A scalar of the given floating-point type (float32, float16 or float64).</summary>
    public static OnnxTensor Scalar(double value, ElementType type = ElementType.Float) => Filled([], value, type);

    /// <summary>A tensor with one value everywhere, float32, float16 or float64.</summary>
    public static OnnxTensor Filled(IReadOnlyList<long> shape, double value, ElementType type = ElementType.Float)
    {
        var count = checked((int)TensorSize.CountElements(shape));
        if (type == ElementType.Double)
        {
            var doubles = new double[count];
            Array.Fill(doubles, value);
            return FromDoubles(shape, doubles);
        }

        var floats = new float[count];
        Array.Fill(floats, (float)value);
        return FromFloats(shape, floats, type);
    }

    /// <summary>The values as float32; float16, bfloat16, float64 and integers are converted.</summary>
    /// <exception cref="InvalidModelException">The type has no numeric meaning here.</exception>
    public float[] ToFloats()
    {
        var bytes = Bytes.Span;
        if (Type == ElementType.Float)
        {
            return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }

        var size = Type.SizeInBytes();
        var values = new float[ElementCount];
        for (var index = 0; index < values.Length; index++)
        {
            var element = bytes.Slice(index * size, size);
            values[index] = Type switch
            {
                ElementType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(element),
                ElementType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
                ElementType.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(element),
                _ => ReadInteger(element),
            };
        }

        return values;
    }

    /// <summary>The values as 64-bit integers; floating-point tensors are refused.</summary>
    /// <exception cref="InvalidModelException">The tensor does not hold integers or booleans.</exception>
    public long[] ToInt64s()
    {
        if (Type == ElementType.Int64)
        {
            return MemoryMarshal.Cast<byte, long>(Bytes.Span).ToArray();
        }

        var size = Type.SizeInBytes();
        var values = new long[ElementCount];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = ReadInteger(Bytes.Span.Slice(index * size, size));
        }

        return values;
    }

    /// <summary>Type and shape, for messages and dumps.</summary>
    public override string ToString() => $"{Type}[{string.Join(", ", Shape)}]";

    private static OnnxTensor From<T>(ElementType type, IReadOnlyList<long> shape, ReadOnlySpan<T> values)
        where T : unmanaged => new(type, shape, MemoryMarshal.AsBytes(values).ToArray());

    private long ReadInteger(ReadOnlySpan<byte> element) => Type switch
    {
        ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(element),
        ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(element),
        ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(element),
        ElementType.Int8 => (sbyte)element[0],
        ElementType.UInt8 or ElementType.Bool => element[0],
        ElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(element),
        ElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(element),
        ElementType.UInt64 => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(element)),
        _ => throw new InvalidModelException($"A tensor of type {Type} does not hold integers."),
    };
}
