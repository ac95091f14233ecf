using Glaze.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Glaze.TestKit.Models;

/// <summary>A model in ONNX Runtime on the CPU, taking and giving tensors of any element type.</summary>
public sealed class RuntimeModel : IDisposable
{
    private readonly InferenceSession _session;

    /// <summary>Loads a model from the bytes of an .onnx file.</summary>
    public RuntimeModel(byte[] model)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        _session = new InferenceSession(model, options);
    }

    /// <summary>Writes and loads a model.</summary>
    public static RuntimeModel Load(OnnxModel model) => new(OnnxModelWriter.Write(model));

    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">A tensor for every input.</param>
    /// <returns>All outputs by name.</returns>
    public IReadOnlyDictionary<string, OnnxTensor> Run(IReadOnlyDictionary<string, OnnxTensor> inputs)
    {
        var values = inputs.ToDictionary(pair => pair.Key, pair => ToRuntime(pair.Value), StringComparer.Ordinal);
        try
        {
            using var options = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var results = _session.Run(options, values, _session.OutputNames);
            return _session.OutputNames.Zip(results).ToDictionary(pair => pair.First, pair => FromRuntime(pair.Second), StringComparer.Ordinal);
        }
        finally
        {
            foreach (var value in values.Values)
            {
                value.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static OrtValue ToRuntime(OnnxTensor tensor)
    {
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, (TensorElementType)tensor.Type, tensor.Shape);
        tensor.Bytes.Span.CopyTo(value.GetTensorMutableRawData());
        return value;
    }

    private static OnnxTensor FromRuntime(OrtValue value)
    {
        var info = value.GetTensorTypeAndShape();
        return new OnnxTensor((ElementType)info.ElementDataType, info.Shape, value.GetTensorMutableRawData().ToArray());
    }
}
