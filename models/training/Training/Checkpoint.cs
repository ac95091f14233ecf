using Glaze.Onnx;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>A stopped training on disk: tensors by name, and the step.</summary>
internal static class Checkpoint
{
    /// <summary>Writes one, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">What the training needs to go on.</param>
    /// <param name="metadata">Numbers beside them, such as the step.</param>
    public static void Write(string path, IEnumerable<(string Name, Tensor Value)> tensors, params (string Name, string Value)[] metadata) => TensorFile.Write(
        path,
        tensors.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
        ElementType.Float,
        metadata.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

    /// <summary>Reads one into tensors of the same names.</summary>
    /// <returns>The numbers beside them.</returns>
    public static IReadOnlyDictionary<string, string> Read(string path, IEnumerable<(string Name, Tensor Value)> tensors)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var saved = TensorFile.Read(path);
        foreach (var (name, value) in tensors)
        {
            value.copy_(saved[name]);
        }

        return TensorFile.Metadata(path);
    }
}
