using Glaze.Inference;
using Glaze.TestKit.Models;

namespace Glaze.Torch.Tests;

public sealed class TorchSessionTests
{
    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, Threads: 2);
    private static readonly TorchBackend Backend = new();
    private static readonly OperatorCase Squares = new("Mul", (g, x) => g.Square(x));

    [Fact]
    public void DeviceName_OnTheProcessor_SaysTheLibraryAndItsVersion() => Backend.DeviceName.ShouldBe("libtorch 2.10.0 on the processor");

    [Fact]
    public void Run_LossAlone_LeavesTheGradientOut()
    {
        using var session = Backend.Open(Squares.Model(), Processor);
        var loss = new float[1];

        session.Run(new Dictionary<string, float[]> { ["x"] = Squares.Values }, new Dictionary<string, float[]> { ["loss"] = loss }, CancellationToken.None);

        session.Outputs.Select(output => output.Name).ShouldBe(["loss", "grad_x"]);
        session.Settings.Provider.ShouldBe(ExecutionProvider.Torch);
        loss[0].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Run_AgainAndAgain_GivesTheSameAndKeepsNoTensors()
    {
        using var session = Backend.Open(Squares.Model(), Processor);
        var inputs = new Dictionary<string, float[]> { ["x"] = Squares.Values };
        var first = StepResult.Of(session, inputs, "loss", "grad_x");
        var before = TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var step = 0; step < 20; step++)
        {
            StepResult.Of(session, inputs, "loss", "grad_x").Gradient.ShouldBe(first.Gradient);
        }

        TorchSharp.DisposeScopeManager.Statistics.ThreadTotalLiveCount.ShouldBe(before);
    }

    [Fact]
    public void Run_Cancelled_LeavesTheOutputsUntouched()
    {
        using var session = Backend.Open(Squares.Model(), Processor);
        var gradient = SyntheticNumbers.Uniform("before", Squares.Values.Length);
        var kept = gradient.ToArray();

        Should.Throw<OperationCanceledException>(() => session.Run(
            new Dictionary<string, float[]> { ["x"] = Squares.Values }, new Dictionary<string, float[]> { ["grad_x"] = gradient }, new CancellationToken(canceled: true)));

        gradient.ShouldBe(kept);
    }

    [Fact]
    public void Open_NoModel_IsRefusedInASentence() =>
        Should.Throw<ModelRejectedException>(() => Backend.Open((byte[])[1, 2, 3], Processor)).Message.ShouldStartWith("The model cannot be run: ");
}
