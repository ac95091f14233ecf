using System.Reflection;
using System.Runtime.Loader;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>One context a plugin; the host's own assemblies are shared, the rest is found through the plugin's .deps.json.</summary>
internal sealed class PluginLoadContext(string pluginFile) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(pluginFile))
{
    private readonly AssemblyDependencyResolver _resolver = new(pluginFile);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
