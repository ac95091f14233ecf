using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>A pinned, aligned managed buffer and the native value that lies over it.</summary>
internal sealed class BoundTensor : IDisposable
{
    // Sums are vectorised from the first aligned element on, so their last digits depend on the address.
    private const int AlignmentBytes = 64;

    private readonly Memory<float> _buffer;

    private BoundTensor(ModelValue value)
    {
        Value = value;
        _buffer = AllocateAligned(value.ElementCount);
        Native = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _buffer, [.. value.Shape]);
    }

    /// <summary>Name and shape.</summary>
    public ModelValue Value { get; }

    /// <summary>The elements, row-major.</summary>
    public Span<float> Elements => _buffer.Span;

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

        return new BoundTensor(new ModelValue(name, Array.ConvertAll(metadata.Dimensions, dimension => (long)dimension)));
    }

    /// <inheritdoc/>
    public void Dispose() => Native.Dispose();

    private static Memory<float> AllocateAligned(int count)
    {
        const int slack = AlignmentBytes / sizeof(float);
        var array = GC.AllocateUninitializedArray<float>(count + slack, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        var skipped = (int)((AlignmentBytes - (address % AlignmentBytes)) % AlignmentBytes) / sizeof(float);
        return array.AsMemory(skipped, count);
    }
}
