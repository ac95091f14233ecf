using Glaze.Inference.Devices;
using Glaze.Inference.Native;
using Glaze.Inference.Packs;
using Glaze.Inference.Selection;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference;

/// <summary>What can compute models on this machine.</summary>
public static class DeviceCatalog
{
    /// <summary>The devices worth trying, the preferred ones first and the CPU last. Nothing is started.</summary>
    public static IReadOnlyList<InferenceDevice> List()
    {
        var devices = new List<InferenceDevice>();
        if (WhyNotAutomatic(ExecutionProvider.DirectMl) is null)
        {
            var adapters = DxgiAdapters.List();
            devices.AddRange(adapters
                .Where(adapter => !adapter.IsSoftware)
                .Select(adapter => new InferenceDevice(
                    ExecutionProvider.DirectMl, adapter.Index, adapter.Name, adapter.Luid, adapter.MemoryBytes, adapter.IdentityAmong(adapters))));
        }

        if (WhyNotAutomatic(ExecutionProvider.WebGpu) is null)
        {
            devices.Add(new InferenceDevice(ExecutionProvider.WebGpu, 0, GraphicsHardware.Name));
        }

        devices.Add(new InferenceDevice(ExecutionProvider.Cpu, 0, ProcessorName.Read()));
        return devices;
    }

    /// <summary>What the optional pack computes on; loads the pack where it is.</summary>
    public static InferenceDevice Optional()
    {
        var name = "TorchSharp";
        try
        {
            name = TorchPack.Load().DeviceName;
        }
        catch (ProviderUnavailableException)
        {
            // Its probe says why.
        }

        return new InferenceDevice(ExecutionProvider.Torch, 0, name);
    }

    /// <summary>Why a provider that has to be installed cannot be chosen, with the remedy; null for the others and when it is installed.</summary>
    /// <param name="provider">The provider.</param>
    public static string? WhyNotInstalled(ExecutionProvider provider) => provider == ExecutionProvider.Torch ? TorchPack.WhyMissing() : null;

    /// <summary>The DXGI index of the adapter with this identifier, or null when it is not here.</summary>
    /// <param name="luid">The identifier the host renders with.</param>
    public static int? AdapterIndexOf(long luid) =>
        OperatingSystem.IsWindows()
            ? DxgiAdapters.List().FirstOrDefault(adapter => adapter.Luid == luid)?.Index
            : null;

    /// <summary>Starts the device and computes one value on it.</summary>
    /// <returns>Null when it works, otherwise the reason it does not, in one sentence.</returns>
    public static string? Probe(ExecutionProvider provider, int adapterIndex = 0)
    {
        if (WhyNotBuiltIn(provider) is { } missing)
        {
            return missing.Reason;
        }

        try
        {
            using var session = ModelSession.Create(ProbeModel.Bytes, new SessionSettings(provider, 1, adapterIndex));
            var output = new float[1];
            session.Run(
                new Dictionary<string, float[]> { ["x"] = [-2f] },
                new Dictionary<string, float[]> { ["y"] = output },
                CancellationToken.None);
            return output[0] == 2f ? null : $"{provider.DisplayName()} computed |-2| = {output[0]}.";
        }
        catch (Exception failure) when (failure is ProviderException or ModelRejectedException)
        {
            return failure.Message;
        }
    }

    /// <summary>Why "automatic" passes this provider over, or null when it is worth trying.</summary>
    internal static ProviderFailure? WhyNotAutomatic(ExecutionProvider provider)
    {
        if (WhyNotBuiltIn(provider) is { } missing)
        {
            return missing;
        }

        if (provider == ExecutionProvider.Cpu)
        {
            return null;
        }

        // Wine's Direct3D 12 may end the whole process when it is asked for what it lacks.
        return WineLayer.IsPresent ? NotTried(ProviderFailureCause.Emulated, "Wine's Direct3D 12 is not complete enough")
            : GraphicsHardware.IsPresent ? null
            : NotTried(ProviderFailureCause.NoAdapter, "no graphics adapter was found");

        ProviderFailure NotTried(ProviderFailureCause cause, string why) => new(provider, cause, $"{provider.DisplayName()} was not tried: {why}.");
    }

    private static ProviderFailure? WhyNotBuiltIn(ExecutionProvider provider)
    {
        if (provider == ExecutionProvider.Torch)
        {
            return TorchPack.WhyMissing() is { } why ? new ProviderFailure(provider, ProviderFailureCause.NotInstalled, why) : null;
        }

        if (provider == ExecutionProvider.DirectMl && !OperatingSystem.IsWindows())
        {
            return NotHere("DirectML exists on Windows only.");
        }

        return RuntimeEnvironment.Providers.Contains(provider.RuntimeName(), StringComparer.Ordinal)
            ? null
            : NotHere($"ONNX Runtime {OrtEnv.Instance().GetVersionString()} was built without {provider.DisplayName()}.");

        ProviderFailure NotHere(string why) => new(provider, ProviderFailureCause.NotHere, why);
    }
}
