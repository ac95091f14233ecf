using System.Runtime.InteropServices;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Benchmarks.Speed;

/// <summary>Our step: loss and gradient of one encoder at one size, through the same graph and session as the cloaker's.</summary>
internal sealed class StepWorker : IDisposable
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs;
    private readonly Dictionary<string, float[]> _outputs;
    private readonly double _operations;

    public StepWorker(string file, int index, int side, int threads, string folder)
    {
        var encoder = EncoderFile.OpenAll(file)[index];
        _operations = WorkCount.LossAndGradient(LatentGraphs.Forward(encoder, side, side));
        _session = ModelSession.Create(
            OnnxModelWriter.Write(LatentGraphs.LossAndGradient(encoder, side, side)), new SessionSettings(ExecutionProvider.Cpu, threads));
        _inputs = new Dictionary<string, float[]>
        {
            [LatentGraphs.Image] = Read(Path.Combine(folder, "image.bin")),
            [LatentGraphs.Target] = Read(Path.Combine(folder, "target.bin")),
            [LatentGraphs.Weight] = [1f],
        };
        _outputs = new Dictionary<string, float[]>
        {
            [LatentGraphs.Loss] = new float[1],
            [LatentGraphs.Gradient] = new float[3 * side * side],
        };
    }

    public void Serve() => CommandLoop.Serve(
        FormattableString.Invariant($"ready {_operations:R}"),
        () => _session.Run(_inputs, _outputs, CancellationToken.None),
        SaveGradient);

    public void Dispose() => _session.Dispose();

    private void SaveGradient(string file) => File.WriteAllBytes(file, MemoryMarshal.AsBytes<float>(_outputs[LatentGraphs.Gradient]).ToArray());

    private static float[] Read(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
}
