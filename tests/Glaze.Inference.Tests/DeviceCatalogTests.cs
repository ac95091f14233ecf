namespace Glaze.Inference.Tests;

public sealed class DeviceCatalogTests
{
    [Fact]
    public void List_AnyMachine_EndsWithTheCpuByName()
    {
        var cpu = DeviceCatalog.List()[^1];

        cpu.Provider.ShouldBe(ExecutionProvider.Cpu);
        cpu.Name.Length.ShouldBeGreaterThan(3);
        cpu.Name.ShouldBe(cpu.Name.Trim());
        cpu.Name.ShouldNotContain('\0');
    }

    [Fact]
    public void Probe_Cpu_Works()
    {
        DeviceCatalog.Probe(ExecutionProvider.Cpu).ShouldBeNull();
    }

    [Fact]
    public void Optional_PackNotInstalled_IsNamedAndSaysTheRemedy()
    {
        var device = DeviceCatalog.Optional();

        device.ShouldBe(new InferenceDevice(ExecutionProvider.Torch, 0, "TorchSharp"));
        var reason = DeviceCatalog.Probe(device.Provider).ShouldNotBeNull();
        reason.ShouldStartWith("TorchSharp's pack is not installed: unpack glaze-torch into ");
        DeviceCatalog.WhyNotInstalled(ExecutionProvider.Torch).ShouldBe(reason);
        DeviceCatalog.WhyNotInstalled(ExecutionProvider.Cpu).ShouldBeNull();
    }

    [Fact]
    public void Probe_DirectMlOffWindows_SaysWhyInOneSentence()
    {
        if (!OperatingSystem.IsWindows())
        {
            DeviceCatalog.Probe(ExecutionProvider.DirectMl).ShouldBe("DirectML exists on Windows only.");
        }
    }
}
