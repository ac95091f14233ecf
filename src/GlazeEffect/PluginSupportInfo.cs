using System.Reflection;
using GlazeEffectPlugin.Resources;
using PaintDotNet;

namespace GlazeEffectPlugin;

/// <summary>What the host shows about this plugin; everything comes from the assembly, so that one version reaches everywhere.</summary>
public sealed class PluginSupportInfo : IPluginSupportInfo
{
    private static readonly Assembly Plugin = typeof(PluginSupportInfo).Assembly;

    /// <summary>Who wrote it.</summary>
    public string? Author => "The GlazeEffect authors";

    /// <summary>The copyright line.</summary>
    public string? Copyright => Plugin.GetCustomAttribute<AssemblyCopyrightAttribute>()?.Copyright;

    /// <summary>The name in the host's list of plugins.</summary>
    public string? DisplayName => Texts.EffectName;

    /// <summary>The version shared by plugin, engine and installer.</summary>
    public Version? Version => Plugin.GetName().Version;

    /// <summary>The documentation that lies beside the plugin: it has no home on the web.</summary>
    public Uri? WebsiteUri => HelpPages.Uri;

    /// <summary>The version as people write it, for example 0.2.0.</summary>
    internal static string ShortVersion => Plugin.GetName().Version?.ToString(3) ?? "";
}
