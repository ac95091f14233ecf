using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>
/// The generator: a U-Net of two levels. Convolutions on 2² latent cells, and inside, on 4², attention blocks whose scales and shifts follow
/// the time (as DiT, arXiv 2212.09748, with one table a block as PixArt, arXiv 2310.00426). It tells the velocity of rectified flow.
/// </summary>
internal sealed class FlowNet(FlowShape shape, IReadOnlyDictionary<string, Tensor> weights)
{
    private const int TimeWidth = 128;
    private const int Groups = 8;

    /// <summary>Its sizes.</summary>
    public FlowShape Shape { get; } = shape;

    /// <summary>Its weights by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; } = weights;

    /// <summary>A generator that knows nothing.</summary>
    public static FlowNet Create(FlowShape shape, int seed)
    {
        var generator = new torch.Generator((ulong)seed);
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        var (inner, width) = (shape.Inner, shape.Width);
        Add("in", 1, inner, shape.Folded, 3, 3);
        Residual("first");
        Add("down", 1, width, 4 * inner);
        weights["place"] = randn([1, shape.Tokens, width], generator: generator) * 0.02;
        Add("time.0", 1, width, TimeWidth);
        Add("time.1", 1, width, width);
        Add("modulate", 0.1, 6 * width, width);
        for (var block = 0; block < shape.Blocks; block++)
        {
            weights[$"block{block}.table"] = zeros(1, 1, 6 * width);
            Add($"block{block}.qkv", 1, 3 * width, width);
            Add($"block{block}.out", 0.3, width, width);
            Add($"block{block}.grow", 1, 4 * width, width);
            Add($"block{block}.shrink", 0.3, width, 4 * width);
        }

        Add("up", 0.5, 4 * inner, width);
        Residual("last");
        Add("result", 0, shape.Folded, inner, 3, 3);
        return new FlowNet(shape, weights);

        void Residual(string name)
        {
            Add(name + ".conv1", 1, inner, inner, 3, 3);
            Add(name + ".time", 0.1, inner, width);
            Add(name + ".conv2", 0.3, inner, inner, 3, 3);
        }

        void Add(string name, double gain, params long[] size)
        {
            weights[name + ".weight"] = randn(size, generator: generator) * (gain / Math.Sqrt(size.Skip(1).Aggregate(1L, (product, length) => product * length)));
            weights[name + ".bias"] = zeros(size[0]);
        }
    }

    /// <summary>The velocity, (N, C, S, S), at latents of the same shape and times (N), 0 noise, 1 picture.</summary>
    public Tensor Velocity(Tensor latents, Tensor times)
    {
        var time = F.silu(Linear("time.1", F.silu(Linear("time.0", Waves(times)))));
        var outer = Residual("first", Convolution("in", F.pixel_unshuffle(latents, 2)), time);
        var tokens = Linear("down", F.pixel_unshuffle(outer, 2).flatten(2).transpose(1, 2)) + Weights["place"];
        var modulation = Linear("modulate", time).unsqueeze(1);
        for (var block = 0; block < Shape.Blocks; block++)
        {
            tokens = Block($"block{block}", tokens, modulation);
        }

        var grid = Shape.Side / 4;
        var inner = Linear("up", Normal(tokens)).transpose(1, 2).reshape(-1, 4 * Shape.Inner, grid, grid);
        outer = Residual("last", outer + F.pixel_shuffle(inner, 2), time);
        return F.pixel_shuffle(Convolution("result", F.silu(F.group_norm(outer, Groups))), 2);
    }

    private static Tensor Waves(Tensor times)
    {
        var angles = times.unsqueeze(1) * exp(arange(TimeWidth / 2, dtype: ScalarType.Float32) * (-Math.Log(1000) / (TimeWidth / 2))) * 1000;
        return cat([angles.sin(), angles.cos()], 1);
    }

    private static Tensor Normal(Tensor tokens) => F.layer_norm(tokens, [tokens.shape[^1]]);

    private Tensor Block(string name, Tensor tokens, Tensor modulation)
    {
        var six = (modulation + Weights[name + ".table"]).chunk(6, 2);
        tokens = tokens + ((1 + six[2]) * Attention(name, (Normal(tokens) * (1 + six[0])) + six[1]));
        var hidden = F.gelu(Linear(name + ".grow", (Normal(tokens) * (1 + six[3])) + six[4]));
        return tokens + ((1 + six[5]) * Linear(name + ".shrink", hidden));
    }

    private Tensor Attention(string name, Tensor tokens)
    {
        var (count, places) = (tokens.shape[0], tokens.shape[1]);
        var parts = Linear(name + ".qkv", tokens).reshape(count, places, 3, -1, FlowShape.HeadWidth).permute(2, 0, 3, 1, 4).unbind(0);
        var seen = F.scaled_dot_product_attention(Normal(parts[0]), Normal(parts[1]), parts[2]);
        return Linear(name + ".out", seen.transpose(1, 2).reshape(count, places, -1));
    }

    private Tensor Residual(string name, Tensor x, Tensor time)
    {
        var r = Convolution(name + ".conv1", F.silu(F.group_norm(x, Groups))) + Linear(name + ".time", time).unsqueeze(2).unsqueeze(3);
        return x + Convolution(name + ".conv2", F.silu(F.group_norm(r, Groups)));
    }

    private Tensor Linear(string name, Tensor x) => F.linear(x, Weights[name + ".weight"], Weights[name + ".bias"]);

    private Tensor Convolution(string name, Tensor x) => F.conv2d(x, Weights[name + ".weight"], Weights[name + ".bias"], padding: [1, 1]);
}
