using Glaze.Training.Nets;

namespace Glaze.Training.Views;

/// <summary>A decoder's architecture, as the file has it: a limit, convolutions, residual blocks, two enlargements, and pixels taken apart.</summary>
internal sealed record DecoderShape(IReadOnlyList<StudentLayer> Layers)
{
    /// <summary>Channels of the latent.</summary>
    public const int LatentChannels = 4;

    /// <summary>The shape that ships: 0.30 million parameters, 4.8 G multiply-adds at 512².</summary>
    public static DecoderShape Shipped { get; } = Build([64, 48, 32], [2, 2, 1]);

    /// <summary>A shape for tests.</summary>
    public static DecoderShape Tiny { get; } = Build([8, 8, 4], [1, 1, 1]);

    /// <summary>The layers that are convolutions: name, channels in and out, gain of the first weights.</summary>
    public IEnumerable<(string Name, int Input, int Output, double Gain)> Convolutions() => Layers.SelectMany(layer => layer.Operator switch
    {
        "conv" => [(layer.Name, layer.Input, layer.Output, layer.HasRelu ? 1 : 0.3)],
        "block" => [(layer.Name + ".conv1", layer.Channels, layer.Channels, 1.0), (layer.Name + ".conv2", layer.Channels, layer.Channels, 0.3)],
        _ => Array.Empty<(string, int, int, double)>(),
    });

    private static DecoderShape Build(int[] widths, int[] blocks)
    {
        var layers = new List<StudentLayer>();
        void Add(string op, int input = 0, int output = 0, bool relu = false, int channels = 0) =>
            layers.Add(new StudentLayer(op, $"view.{layers.Count}", input, output, 3, 1, relu, channels));
        Add("limit");
        var before = LatentChannels;
        for (var stage = 0; stage < widths.Length; stage++)
        {
            if (stage > 0)
            {
                Add("enlarge");
            }

            Add("conv", before, widths[stage], relu: true);
            before = widths[stage];
            for (var block = 0; block < blocks[stage]; block++)
            {
                Add("block", channels: before);
            }
        }

        Add("conv", before, 12);
        Add("shuffle");
        return new DecoderShape(layers);
    }
}
