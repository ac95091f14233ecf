using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>
/// LPIPS, the learned perceptual distance between two pictures: unit-length features of a classification network, squared
/// differences weighed by linear heads, averaged over positions, summed over five depths (arXiv 1801.03924, eq. 1).
/// </summary>
public sealed class LpipsNetwork
{
    private const double TinyLength = 1e-10;

    // Mean and deviation of natural pictures in −1..1, per colour, as the published weights expect.
    private static readonly float[] Shift = [-0.030f, -0.088f, -0.188f];
    private static readonly float[] Scale = [0.458f, 0.448f, 0.450f];

    private readonly LpipsBackbone _backbone;
    private readonly EncoderWeights _weights;
    private readonly Func<LpipsConvolution, string> _convolutionName;
    private readonly Func<int, string> _headName;

    private LpipsNetwork(LpipsBackbone backbone, SafetensorsFile file, Func<LpipsConvolution, string> convolutionName, Func<int, string> headName)
    {
        _backbone = backbone;
        _weights = new EncoderWeights(file, "lpips");
        _convolutionName = convolutionName;
        _headName = headName;
        CheckShapes();
    }

    /// <summary>The backbone's name: AlexNet or VGG16.</summary>
    public string Backbone => _backbone.DisplayName;

    /// <summary>Smallest height and width it can compare, in pixels.</summary>
    public int MinimumSide => _backbone.MinimumSide;

    /// <summary>Number of weights.</summary>
    public long ParameterCount => _weights.ParameterCount;

    /// <summary>Opens a safetensors file with a backbone and the heads. It must stay in place.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">The file is damaged or holds no LPIPS weights.</exception>
    public static LpipsNetwork Open(string path)
    {
        try
        {
            return Read(SafetensorsFile.Open(path));
        }
        catch (InvalidModelException exception)
        {
            throw new InvalidModelException($"{path} cannot be used as LPIPS weights: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Recognises LPIPS weights: the backbone under the names of torchvision (<c>features.N</c>) or of the lpips package
    /// (<c>net.sliceK.N</c>), the heads as <c>linK.model.1.weight</c> or <c>lins.K.model.1.weight</c>.
    /// </summary>
    /// <param name="file">The weights.</param>
    /// <exception cref="InvalidModelException">Something is missing or misshapen.</exception>
    public static LpipsNetwork Read(SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Func<LpipsConvolution, string>[] conventions = [layer => $"features.{layer.Index}", layer => $"net.slice{layer.Slice}.{layer.Index}"];
        Func<int, string>[] heads = [tap => $"lin{tap}.model.1.weight", tap => $"lins.{tap}.model.1.weight"];
        var head = heads.FirstOrDefault(name => file.Contains(name(0)));
        foreach (var convention in conventions)
        {
            var backbone = LpipsBackbone.All.FirstOrDefault(candidate => candidate.Convolutions.All(layer => IsPresent(file, convention(layer), layer.Kernel)));
            if (backbone is not null && head is not null)
            {
                return new LpipsNetwork(backbone, file, convention, head);
            }
        }

        throw new InvalidModelException("it does not hold AlexNet or VGG16 together with the LPIPS heads.");
    }

    /// <summary>Writes the unit-length features of a picture.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="image">Name of the image value: (1, 3, H, W), RGB, 0..1.</param>
    /// <returns>Names of the five feature values, (1, C, h, w) each.</returns>
    public IReadOnlyList<string> AppendFeatures(GraphBuilder graph, string image)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var factor = Constant(graph, "lpips/factor", c => 2 / Scale[c]);
        var offset = Constant(graph, "lpips/offset", c => (-1 - Shift[c]) / Scale[c]);
        var value = graph.Add(graph.Mul(image, factor), offset);
        var taps = new List<string>();
        foreach (var layer in _backbone.Convolutions)
        {
            if (layer.PoolBefore > 0)
            {
                long[] window = [layer.PoolBefore, layer.PoolBefore];
                value = graph.Node("MaxPool", [value], ("kernel_shape", window), ("strides", new long[] { 2, 2 }));
            }

            long padding = layer.Padding;
            value = graph.Relu(_weights.Convolution(graph, value, _convolutionName(layer), layer.Stride, [padding, padding, padding, padding]));
            if (layer.IsTapped)
            {
                taps.Add(Normalize(graph, value));
            }
        }

        return taps;
    }

    /// <summary>Writes the distance between two pictures' features.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="left">Features of one picture, from <see cref="AppendFeatures"/>.</param>
    /// <param name="right">Features of the other, of the same shapes.</param>
    /// <returns>Name of the distance: one value, 0 or more.</returns>
    public string AppendDistance(GraphBuilder graph, IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        string? total = null;
        for (var tap = 0; tap < LpipsBackbone.Taps; tap++)
        {
            var weighed = graph.Conv(graph.Square(graph.Sub(left[tap], right[tap])), _weights.Initializer(graph, _headName(tap), 4));
            var mean = graph.Reshape(graph.ReduceMean(weighed), 1);
            total = total is null ? mean : graph.Add(total, mean);
        }

        return total!;
    }

    private static bool IsPresent(SafetensorsFile file, string name, int kernel) =>
        file.Contains(name + ".weight") && file.Shape(name + ".weight") is { Count: 4 } shape && shape[2] == kernel;

    private static string Constant(GraphBuilder graph, string name, Func<int, float> value) =>
        graph.IsDefined(name) ? name : graph.Initializer(name, OnnxTensor.FromFloats([1, 3, 1, 1], [value(0), value(1), value(2)]));

    // f / √(Σ_c f² + tiny²): the published f / (√Σ + tiny), but with a finite slope where all features are 0.
    private static string Normalize(GraphBuilder graph, string features)
    {
        var length = graph.Sqrt(graph.Add(graph.ReduceSum(graph.Square(features), [1]), TinyLength * TinyLength));
        return graph.Div(features, length);
    }

    private void CheckShapes()
    {
        long channels = 3;
        var tap = 0;
        foreach (var layer in _backbone.Convolutions)
        {
            var name = _convolutionName(layer);
            var output = _weights.Shape(name + ".weight", 4)[0];
            _weights.RequireConvolution(name, channels, output, layer.Kernel);
            channels = output;
            if (layer.IsTapped)
            {
                _weights.Require(_headName(tap++), 1, channels, 1, 1);
            }
        }
    }
}
