using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Glaze.Inference.Packs;

/// <summary>The optional pack with libtorch: a folder <c>torch</c> beside the program, or where GLAZE_TORCH says.</summary>
internal static class TorchPack
{
    private const string BackendType = "Glaze.Torch.TorchBackend";

    private static readonly Lazy<IModelBackend> Backend = new(LoadBackend);

    /// <summary>Where the pack is looked for.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("GLAZE_TORCH") is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "torch");

    /// <summary>Why the pack cannot be used, or null when it is there. Nothing is loaded.</summary>
    public static string? WhyMissing() => File.Exists(BackendFile)
        ? null
        : $"TorchSharp's pack is not installed: unpack glaze-torch into {Folder}, or choose another device.";

    /// <summary>Loads the backend on first use.</summary>
    /// <exception cref="ProviderUnavailableException">There is no pack, or it cannot be loaded.</exception>
    public static IModelBackend Load()
    {
        if (WhyMissing() is { } reason)
        {
            throw new ProviderUnavailableException(ExecutionProvider.Torch, reason);
        }

        try
        {
            return Backend.Value;
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException or FileNotFoundException
            or TypeLoadException or MissingMethodException or DllNotFoundException or TargetInvocationException)
        {
            var cause = (failure as TargetInvocationException)?.InnerException ?? failure;
            throw new ProviderUnavailableException(
                ExecutionProvider.Torch, $"the pack in {Folder} does not fit this program or this machine ({cause.Message}).", cause);
        }
    }

    private static string BackendFile => Path.Combine(Folder, "Glaze.Torch.dll");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What the pack calls is kept by eng/PackHost.targets.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "What the pack calls is kept by eng/PackHost.targets.")]
    private static IModelBackend LoadBackend()
    {
        var file = Path.GetFullPath(BackendFile);
        var type = new PackLoadContext(file).LoadFromAssemblyPath(file).GetType(BackendType, throwOnError: true)!;
        return (IModelBackend)Activator.CreateInstance(type)!;
    }
}
