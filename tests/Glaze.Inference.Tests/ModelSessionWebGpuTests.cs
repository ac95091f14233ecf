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

    private static double RelativeError(float[] actual, float[] expected) =>
        Norm(actual.Zip(expected, (a, e) => (double)a - e)) / Norm(expected.Select(e => (double)e));

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}
