using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>A pinned managed buffer and the native value that lies over it.</summary>
internal sealed class BoundTensor : IDisposable
{
    private BoundTensor(ModelValue value, float[] buffer, OrtValue native)
    {
        Value = value;
        Buffer = buffer;
        Native = native;
    }

    /// <summary>Name and shape.</summary>
    public ModelValue Value { get; }

    /// <summary>The elements, row-major.</summary>
    public float[] Buffer { get; }

    /// <summary>What ONNX Runtime reads or writes.</summary>
    public OrtValue Native { get; }

    /// <summary>Makes a buffer for an input or output.</summary>
    /// <exception cref="ModelRejectedException">It is not float32 or its shape is open.</exception>
    public static BoundTensor Allocate(string name, NodeMetadata metadata)
    {
        if (!metadata.IsTensor || metadata.ElementType != typeof(float))
        {
            throw new ModelRejectedException($"{name} is not a float32 tensor.");
        }

        if (Array.Exists(metadata.Dimensions, dimension => dimension < 0))
        {
            throw new ModelRejectedException($"{name} has no fixed shape.");
        }

        var shape = Array.ConvertAll(metadata.Dimensions, dimension => (long)dimension);
        var value = new ModelValue(name, shape);
        var buffer = GC.AllocateArray<float>(value.ElementCount, pinned: true);
        return new BoundTensor(value, buffer, OrtValue.CreateTensorValueFromMemory(buffer, shape));
    }

    /// <inheritdoc/>
    public void Dispose() => Native.Dispose();
}
