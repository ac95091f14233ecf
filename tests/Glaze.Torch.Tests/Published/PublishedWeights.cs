using Glaze.Onnx.Safetensors;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>A file's weights as libtorch's tensors, and the layers that use them.</summary>
internal sealed class PublishedWeights(SafetensorsFile file, ScalarType type) : IDisposable
{
    private readonly Dictionary<string, Tensor> _tensors = file.Names.ToDictionary(
        name => name, name => tensor(file.Tensor(name).ToFloats(), file.Tensor(name).Shape, type).DetachFromDisposeScope(), StringComparer.Ordinal);

    public Tensor this[string name] => _tensors[name];

    /// <summary>A text beside the weights; null when there is none.</summary>
    public string? Metadata(string key) => file.Metadata.GetValueOrDefault(key);

    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>The first of several prefixes under which a name is there.</summary>
    public string? PrefixOf(string name, params string[] prefixes) => Array.Find(prefixes, prefix => Has(prefix + name));

    public Tensor Convolution(Tensor x, string name, long stride = 1, long? padding = null)
    {
        var weight = this[name + ".weight"];
        var around = padding ?? weight.shape[2] / 2;
        return nn.functional.conv2d(x, weight, Has(name + ".bias") ? this[name + ".bias"] : null, [stride, stride], [around, around]);
    }

    public Tensor Normalization(Tensor x, string name, long groups, double epsilon) =>
        nn.functional.group_norm(x, groups, this[name + ".weight"], this[name + ".bias"], epsilon);

    public void Dispose()
    {
        foreach (var value in _tensors.Values)
        {
            value.Dispose();
        }
    }
}
