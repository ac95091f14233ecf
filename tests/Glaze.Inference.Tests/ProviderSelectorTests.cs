using Glaze.Inference.Native;
using Glaze.Inference.Selection;

namespace Glaze.Inference.Tests;

public sealed class ProviderSelectorTests
{
    private static readonly SessionSettings Settings = new(Threads: 1);

    private static ProviderFailure NoDevice(ExecutionProvider provider) => new(provider, ProviderFailureCause.NoAdapter, "no device");

    [Fact]
    public void Select_NoGraphicsProviderStarts_UsesTheCpuAndKeepsEveryReason()
    {
        var selector = new ProviderSelector(
            (model, settings) => settings.Provider == ExecutionProvider.Cpu
                ? ModelSession.Create(model, settings)
                : throw new ProviderUnavailableException(settings.Provider, "the driver said no"),
            _ => null);

        var selection = selector.Select(ProbeModel.Bytes, wanted: null, Settings);

        using var session = selection.Session;
        session.Settings.Provider.ShouldBe(ExecutionProvider.Cpu);
        selection.Failures.ShouldBe(
        [
            new ProviderFailure(ExecutionProvider.DirectMl, ProviderFailureCause.NotStarted, "DirectML could not be started: the driver said no"),
            new ProviderFailure(ExecutionProvider.WebGpu, ProviderFailureCause.NotStarted, "WebGPU could not be started: the driver said no"),
        ]);
    }

    [Fact]
    public void Select_DirectMlOnThisMachine_FallsBackWithARealReason()
    {
        var selection = new ProviderSelector().Select(ProbeModel.Bytes, ExecutionProvider.DirectMl, Settings);

        using var session = selection.Session;
        selection.Failures[0].Provider.ShouldBe(ExecutionProvider.DirectMl);
        selection.Failures[0].Reason.ShouldStartWith("DirectML could not be started: ");
        session.Settings.Provider.ShouldNotBe(ExecutionProvider.DirectMl);
    }

    [Fact]
    public void Select_AutomaticProviderWithoutDevice_IsPassedOverButNamed()
    {
        var tried = new List<ExecutionProvider>();
        var selector = new ProviderSelector(
            (model, settings) =>
            {
                tried.Add(settings.Provider);
                return ModelSession.Create(model, settings);
            },
            provider => provider == ExecutionProvider.Cpu ? null : NoDevice(provider));

        var selection = selector.Select(ProbeModel.Bytes, wanted: null, Settings);

        selection.Session.Dispose();
        tried.ShouldBe([ExecutionProvider.Cpu]);
        selection.Failures.Select(failure => failure.Reason).ShouldBe(["no device", "no device"]);
    }

    [Fact]
    public void Select_WantedProviderWithoutDevice_IsTriedAllTheSame()
    {
        var tried = new List<ExecutionProvider>();
        var selector = new ProviderSelector(
            (model, settings) =>
            {
                tried.Add(settings.Provider);
                return ModelSession.Create(model, settings with { Provider = ExecutionProvider.Cpu });
            },
            NoDevice);

        selector.Select(ProbeModel.Bytes, ExecutionProvider.WebGpu, Settings).Session.Dispose();

        tried.ShouldBe([ExecutionProvider.WebGpu]);
    }

    [Fact]
    public void Select_ModelAtFault_IsNotTriedElsewhere()
    {
        var tried = 0;
        var selector = new ProviderSelector(
            (_, _) =>
            {
                tried++;
                throw new ModelRejectedException("no such operator");
            },
            _ => null);

        Should.Throw<ModelRejectedException>(() => selector.Select(ProbeModel.Bytes, wanted: null, Settings));

        tried.ShouldBe(1);
    }

    [Fact]
    public void SelectAfter_LostDirectMl_StartsTheNextAndReportsTheLossFirst()
    {
        var lost = new ProviderLostException(ExecutionProvider.DirectMl, "887A0006", "the graphics device hung");
        var selector = new ProviderSelector(
            (model, settings) => settings.Provider == ExecutionProvider.Cpu
                ? ModelSession.Create(model, settings)
                : throw new ProviderUnavailableException(settings.Provider, "no"),
            _ => null);

        var selection = selector.SelectAfter(ProbeModel.Bytes, lost, Settings);

        selection.Session.Dispose();
        selection.Failures.Select(failure => failure.Provider)
            .ShouldBe([ExecutionProvider.DirectMl, ExecutionProvider.WebGpu]);
        selection.Failures[0].Cause.ShouldBe(ProviderFailureCause.Lost);
        selection.Failures[0].Reason.ShouldBe("DirectML was lost (887A0006): the graphics device hung");
    }

    [Fact]
    public void SelectAfter_ProviderThatCouldNotLoadTheNextSession_MovesOnAsAfterALoss()
    {
        var failure = new ProviderUnavailableException(ExecutionProvider.DirectMl, "out of memory");

        var selection = new ProviderSelector(ModelSession.Create, _ => null).SelectAfter(ProbeModel.Bytes, failure, Settings with { Threads = 1 });

        selection.Session.Dispose();
        selection.Failures[0].ShouldBe(new ProviderFailure(ExecutionProvider.DirectMl, ProviderFailureCause.OutOfMemory, "DirectML could not be started: out of memory"));
        failure.IsOutOfMemory.ShouldBeTrue();
    }

    [Fact]
    public void SelectAfter_LostCpu_HasNothingLeftToTry()
    {
        var lost = new ProviderLostException(ExecutionProvider.Cpu, "OutOfMemory", "memory ran out");

        var thrown = Should.Throw<ProviderLostException>(
            () => new ProviderSelector().SelectAfter(ProbeModel.Bytes, lost, Settings));

        thrown.ShouldBeSameAs(lost);
    }

    [Fact]
    public void Order_WantedWebGpu_NeverGoesBackToDirectMl()
    {
        ProviderSelector.Order(ExecutionProvider.WebGpu).ShouldBe([ExecutionProvider.WebGpu, ExecutionProvider.Cpu]);
        ProviderSelector.Order(ExecutionProvider.Torch).ShouldBe([ExecutionProvider.Torch, ExecutionProvider.Cpu]);
        ProviderSelector.Order(wanted: null).ShouldNotContain(ExecutionProvider.Torch);
    }
}
