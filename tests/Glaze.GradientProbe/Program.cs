using System.Globalization;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;

// GradientProbe ENCODER-FILE RESULT-FILE: the gradient of a picture of 64×64 on the processor, by ONNX Runtime and by the TorchSharp pack.
// Writes the relative difference of the two and what they were computed on. The Windows form of the pack is tried with it under Wine.
const int Side = 64;
var encoder = EncoderFile.OpenAll(args[0])[0];
var positions = Side / encoder.Downscale * (Side / encoder.Downscale);
var inputs = new Dictionary<string, float[]>
{
    [LatentGraphs.Image] = Numbers(3 * Side * Side, seed: 1),
    [LatentGraphs.Target] = Numbers(encoder.LatentChannels * positions, seed: 2),
    [LatentGraphs.Weight] = Numbers(encoder.LatentChannels, seed: 3),
};
var (ours, theirs) = (Gradient(ExecutionProvider.Cpu), Gradient(ExecutionProvider.Torch));
var difference = Math.Sqrt(ours.Zip(theirs, (a, b) => ((double)a - b) * ((double)a - b)).Sum() / theirs.Sum(value => (double)value * value));
File.WriteAllText(args[1], string.Create(CultureInfo.InvariantCulture, $"{difference:R} {DeviceCatalog.Optional().Name}"));
return 0;

float[] Gradient(ExecutionProvider provider)
{
    using var session = ModelSession.Create(LatentGraphs.Objective(encoder, Side, Side), new SessionSettings(provider, Threads: 1));
    var gradient = new float[3 * Side * Side];
    session.Run(inputs, new Dictionary<string, float[]> { [LatentGraphs.Gradient] = gradient }, CancellationToken.None);
    return gradient;
}

static float[] Numbers(int count, int seed)
{
    var random = new Random(seed);
    return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
}
