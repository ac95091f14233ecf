using Glaze.Onnx;

namespace Glaze.Inference.Tests;

public sealed class ModelSessionWebGpuTests
{
    [SwiftShaderFact]
    public void Run_GradientGraphOnWebGpu_AgreesWithTheCpu()
    {
        var expected = GradientRun.Compute(64, 64, new SessionSettings(Threads: 1));

        var actual = GradientRun.Compute(64, 64, new SessionSettings(ExecutionProvider.WebGpu, AllowsCpuOperators: false));

        // Relative error ‖a − e‖ / ‖e‖ of loss and gradient separately: they differ in size.
        RelativeError(actual[..1], expected[..1]).ShouldBeLessThanOrEqualTo(1e-3);
        RelativeError(actual[1..], expected[1..]).ShouldBeLessThanOrEqualTo(1e-3);
    }

    [SwiftShaderFact]
    public void Run_HalfPrecisionOnADeviceWithoutIt_IsRefusedAndTheDeviceGoesOn()
    {
        using var session = ModelSession.Create(OnnxModelWriter.Write(HalfSquare()), new SessionSettings(ExecutionProvider.WebGpu));
        var (input, output) = (new Dictionary<string, float[]> { ["x"] = [1, 2, 3] }, new Dictionary<string, float[]> { ["y"] = new float[3] });

        Should.Throw<ProviderLostException>(() => session.Run(input, output, CancellationToken.None));

        DeviceCatalog.Probe(ExecutionProvider.WebGpu).ShouldBeNull();
    }

    [SwiftShaderFact]
    public async Task Run_SessionsOnSeveralThreads_TakeTurnsOnTheDevice()
    {
        var probes = Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeviceCatalog.Probe(ExecutionProvider.WebGpu)));

        (await Task.WhenAll(probes)).ShouldAllBe(failure => failure == null);
    }

    [SwiftShaderFact]
    public void Probe_WebGpu_Works()
    {
        DeviceCatalog.Probe(ExecutionProvider.WebGpu).ShouldBeNull();
    }

    private static OnnxModel HalfSquare()
    {
        var graph = new GraphBuilder();
        var half = graph.Node("Cast", [graph.Input("x", 3)], ("to", (long)ElementType.Float16));
        graph.Output(graph.NamedNode("y", "Cast", [graph.Square(half)], ("to", (long)ElementType.Float)));
        return graph.Build();
    }

    private static double RelativeError(float[] actual, float[] expected) =>
        Norm(actual.Zip(expected, (a, e) => (double)a - e)) / Norm(expected.Select(e => (double)e));

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}
