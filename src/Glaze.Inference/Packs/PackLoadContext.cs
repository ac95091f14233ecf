using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace Glaze.Inference.Packs;

/// <summary>Loads a pack's assemblies and native libraries from its own folder; what the program already has, it shares.</summary>
internal sealed class PackLoadContext(string file) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(file))
{
    private readonly string _folder = Path.GetDirectoryName(file)!;

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What the pack calls is kept by eng/PackHost.targets.")]
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The types on both sides of the seam must be the same ones.
        if (assemblyName.Name!.StartsWith("Glaze.", StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = [unmanagedDllName, unmanagedDllName + ".dll", $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib"];
        return names.Select(name => Path.Combine(_folder, name)).FirstOrDefault(File.Exists) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
