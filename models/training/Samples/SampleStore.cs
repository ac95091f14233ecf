using System.Runtime.InteropServices;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>The samples made so far, in memory as they are stored; new shards are picked up as they appear.</summary>
internal sealed class SampleStore(string folder, string name)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(Dictionary<string, OnnxTensor> Shard, int Row)>> _rows = [];

    /// <summary>Number of samples.</summary>
    public int Count => _rows.Values.Sum(rows => rows.Count);

    /// <summary>Number of samples by the side of their crops.</summary>
    public IReadOnlyDictionary<int, int> Sizes => _rows.ToDictionary(pair => pair.Key, pair => pair.Value.Count);

    /// <summary>Reads the shards that are new.</summary>
    public void Refresh()
    {
        foreach (var path in Directory.GetFiles(folder, name + "-*.safetensors").Order(StringComparer.Ordinal).Where(_read.Add))
        {
            var file = SafetensorsFile.Open(File.ReadAllBytes(path));
            var shard = file.Names.ToDictionary(tensor => tensor, file.Tensor, StringComparer.Ordinal);
            var side = (int)shard["x"].Shape[3];
            var rows = _rows.TryGetValue(side, out var list) ? list : _rows[side] = [];
            rows.AddRange(Enumerable.Range(0, (int)shard["x"].Shape[0]).Select(row => (shard, row)));
        }
    }

    /// <summary>Some samples of one size: pictures 0..1, the rest as stored.</summary>
    public Dictionary<string, Tensor> Rows(int side, IReadOnlyList<int> indices)
    {
        var chosen = indices.Select(index => _rows[side][index]).ToArray();
        return chosen[0].Shard.Keys.ToDictionary(key => key, key => stack([.. chosen.Select(row => Row(row.Shard[key], row.Row))]), StringComparer.Ordinal);
    }

    private static Tensor Row(OnnxTensor stored, int row)
    {
        var shape = stored.Shape[1..];
        var count = (int)shape.Aggregate(1L, (product, extent) => product * extent);
        var values = new float[count];
        if (stored.Type == ElementType.UInt8)
        {
            var bytes = stored.Bytes.Span.Slice(row * count, count);
            for (var i = 0; i < count; i++)
            {
                values[i] = bytes[i] / 255f;
            }
        }
        else
        {
            var halves = MemoryMarshal.Cast<byte, Half>(stored.Bytes.Span).Slice(row * count, count);
            for (var i = 0; i < count; i++)
            {
                values[i] = (float)halves[i];
            }
        }

        return tensor(values, shape);
    }
}
