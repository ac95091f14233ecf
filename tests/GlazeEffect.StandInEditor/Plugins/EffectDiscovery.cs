using System.Reflection;
using PaintDotNet.Effects;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>Finds effects in an Effects folder: DLLs directly in it, and in one level of folders that hold a .deps.json.</summary>
internal static class EffectDiscovery
{
    public static IReadOnlyList<DiscoveredEffect> Find(string effectsFolder, EventLog log)
    {
        var found = new List<DiscoveredEffect>();
        if (!Directory.Exists(effectsFolder))
        {
            log.Write("plugin-error", $"No folder {effectsFolder}");
            return found;
        }

        foreach (var folder in Directory.GetDirectories(effectsFolder).Prepend(effectsFolder))
        {
            foreach (var file in Directory.GetFiles(folder, "*.dll"))
            {
                found.AddRange(Probe(file, log));
            }
        }

        return found;
    }

    // Every DLL is probed, dependencies too; one that is no plugin is passed over.
    private static IEnumerable<DiscoveredEffect> Probe(string file, EventLog log)
    {
        Type[] types;
        try
        {
            types = new PluginLoadContext(file).LoadFromAssemblyPath(file).GetTypes();
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException)
        {
            yield break;
        }
        catch (ReflectionTypeLoadException failure)
        {
            log.Write("plugin-error", $"{file}: {failure.LoaderExceptions.FirstOrDefault()?.Message}");
            yield break;
        }

        foreach (var type in types.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(BitmapEffect))))
        {
            DiscoveredEffect? effect = null;
            try
            {
                effect = new DiscoveredEffect(type);
            }
            catch (TargetInvocationException failure)
            {
                log.Write("plugin-error", $"{type}: {failure.InnerException}");
            }

            if (effect is not null)
            {
                log.Write("plugin-found", $"{effect.SubmenuName} > {effect.Name} ({effect.SupportInfo?.DisplayName} {effect.SupportInfo?.Version})");
                yield return effect;
            }
        }
    }
}
