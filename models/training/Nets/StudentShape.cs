namespace Glaze.Training.Nets;

/// <summary>A student's architecture: a flat list of layers, the last of which is the head of all families.</summary>
internal sealed record StudentShape(string Name, IReadOnlyList<StudentLayer> Layers)
{
    /// <summary>The shapes that can be trained, by name.</summary>
    public static StudentShape Of(string name) => name switch
    {
        "a" => Build("a", 3, [24, 48, 96, 160], [1, 2, 2, 3], startsAtHalf: false),
        "b" => Build("b", 5, [40, 80, 144], [2, 2, 3], startsAtHalf: true),
        "tiny" => Build("tiny", 3, [4, 4, 8, 8], [1, 1, 1, 1], startsAtHalf: false),
        _ => throw new ArgumentException($"There is no student '{name}'; use a, b or tiny."),
    };

    /// <summary>Channels of the features before the head.</summary>
    public int HiddenChannels => Layers[^1].Input;

    private static StudentShape Build(string prefix, int kernel, int[] widths, int[] blocks, bool startsAtHalf)
    {
        var layers = new List<StudentLayer>();
        void Convolution(int input, int output, int size, int stride, bool relu) =>
            layers.Add(new StudentLayer("conv", $"{prefix}.{layers.Count}", input, output, size, stride, relu, 0));
        var channels = 3;
        for (var stage = 0; stage < widths.Length; stage++)
        {
            Convolution(channels, widths[stage], stage == 0 ? kernel : 3, stage == 0 && !startsAtHalf ? 1 : 2, relu: true);
            channels = widths[stage];
            for (var block = 0; block < blocks[stage]; block++)
            {
                layers.Add(new StudentLayer("block", $"{prefix}.{layers.Count}", 0, 0, 3, 1, false, channels));
            }
        }

        Convolution(channels, Family.LatentChannels, 3, 1, relu: false);
        return new StudentShape(prefix, layers);
    }
}
