namespace Glaze.Onnx.Shapes;

/// <summary>Checked arithmetic on shapes that come from files.</summary>
internal static class TensorSize
{
    /// <summary>Product of the dimensions; refuses negative dimensions and products past 63 bits.</summary>
    public static long CountElements(IReadOnlyList<long> shape)
    {
        var count = 1L;
        var hasZero = false;
        foreach (var dimension in shape)
        {
            if (dimension < 0)
            {
                throw new InvalidModelException($"Tensor shape [{string.Join(", ", shape)}] has a negative dimension.");
            }

            hasZero |= dimension == 0;
        }

        if (hasZero)
        {
            return 0;
        }

        foreach (var dimension in shape)
        {
            if (count > long.MaxValue / 8 / dimension)
            {
                throw new InvalidModelException($"Tensor shape [{string.Join(", ", shape)}] is too large.");
            }

            count *= dimension;
        }

        return count;
    }

    /// <summary>Bytes that a tensor of this type and shape takes.</summary>
    public static long CountBytes(ElementType type, IReadOnlyList<long> shape) => CountElements(shape) * type.SizeInBytes();
}
