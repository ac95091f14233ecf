using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.TestKit.Models;

/// <summary>Files of encoders with random weights.</summary>
public static class SyntheticEncoder
{
    /// <summary>A tiny encoder of the TAESD shape with 8 channels: a .safetensors file of about 80 kB.</summary>
    /// <param name="latentChannels">Channels of its latent; families are told apart by them.</param>
    /// <param name="seed">Chooses the weights.</param>
    public static byte[] Tiny(int latentChannels = 4, int seed = 1)
    {
        const int Width = 8;
        var random = new Random(seed);
        var tensors = new Dictionary<string, OnnxTensor>();
        var input = 3;
        for (var index = 0; index <= 14; index++)
        {
            var isBlock = index is not (0 or 2 or 6 or 10 or 14);
            foreach (var name in isBlock ? (string[])[$"{index}.conv.0", $"{index}.conv.2", $"{index}.conv.4"] : [$"{index}"])
            {
                var output = index == 14 ? latentChannels : Width;
                Add(name + ".weight", output, input, 3, 3);
                if (index is not (2 or 6 or 10))
                {
                    Add(name + ".bias", output);
                }

                input = Width;
            }
        }

        return SafetensorsWriter.Write(tensors);

        void Add(string name, params long[] shape)
        {
            var values = new float[shape.Aggregate(1L, (product, extent) => product * extent)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (random.NextSingle() - 0.5f) / 3;
            }

            tensors.Add(name, OnnxTensor.FromFloats(shape, values));
        }
    }
}
