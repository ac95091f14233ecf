using Glaze.Inference.Native;

namespace Glaze.Inference.Tests;

public sealed class ModelSessionTests
{
    private static readonly SessionSettings OneThread = new(Threads: 1);

    [Fact]
    public void Run_AbsModel_FillsTheCallersArray()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);
        var output = new float[1];

        session.Run(Values("x", -2.5f), new Dictionary<string, float[]> { ["y"] = output }, CancellationToken.None);

        output[0].ShouldBe(2.5f);
    }

    [Fact]
    public void Create_AbsModel_KnowsNamesAndShapes()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);

        session.Inputs.Single().ToString().ShouldBe("x [1]");
        session.Outputs.Single().ToString().ShouldBe("y [1]");
    }

    [Fact]
    public void Create_RandomBytes_RejectsTheModel()
    {
        var bytes = new byte[64];
        new Random(1).NextBytes(bytes);

        Should.Throw<ModelRejectedException>(() => ModelSession.Create(bytes, OneThread));
    }

    [Fact]
    public void Run_MissingInput_NamesIt()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);

        var error = Should.Throw<ArgumentException>(
            () => session.Run(new Dictionary<string, float[]>(), new Dictionary<string, float[]>(), CancellationToken.None));

        error.Message.ShouldStartWith("Input x is missing.");
    }

    [Fact]
    public void Run_UnknownOutput_NamesIt()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);

        var error = Should.Throw<ArgumentException>(
            () => session.Run(Values("x", 1f), Values("z", 0f), CancellationToken.None));

        error.Message.ShouldStartWith("The model has no value z among its outputs.");
    }

    [Fact]
    public void Run_ArrayOfWrongLength_SaysBothLengths()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);

        var error = Should.Throw<ArgumentException>(
            () => session.Run(Values("x", 1f, 2f), new Dictionary<string, float[]>(), CancellationToken.None));

        error.Message.ShouldStartWith("x [1] holds 1 floats, not 2.");
    }

    [Fact]
    public void Run_TokenAlreadyCancelled_LeavesOutputsUntouched()
    {
        using var session = ModelSession.Create(ProbeModel.Bytes, OneThread);
        var output = new[] { 42f };

        Should.Throw<OperationCanceledException>(() => session.Run(
            Values("x", 1f), new Dictionary<string, float[]> { ["y"] = output }, new CancellationToken(canceled: true)));

        output[0].ShouldBe(42f);
    }

    [Fact]
    public void Run_AfterDispose_IsRefused()
    {
        var session = ModelSession.Create(ProbeModel.Bytes, OneThread);
        session.Dispose();
        session.Dispose();

        Should.Throw<ObjectDisposedException>(
            () => session.Run(Values("x", 1f), new Dictionary<string, float[]>(), CancellationToken.None));
    }

    private static Dictionary<string, float[]> Values(string name, params float[] values) => new() { [name] = values };
}
