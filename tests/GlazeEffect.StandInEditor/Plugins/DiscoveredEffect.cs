using System.Reflection;
using PaintDotNet;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>What the menu needs to know of an effect, taken from one instance made at start.</summary>
internal sealed class DiscoveredEffect : RefTrackedObject, IEffectInfo2
{
    private readonly Type _type;
    private readonly EffectBase _first;

    public DiscoveredEffect(Type type)
    {
        _type = type;
        _first = Create(type);
        SupportInfo = type.GetCustomAttributes().Concat(type.Assembly.GetCustomAttributes())
            .OfType<PluginSupportInfoAttribute>().FirstOrDefault();
    }

    public string AssemblyLocation => _type.Assembly.Location;

    public EffectCategory Category =>
        _type.GetCustomAttribute<EffectCategoryAttribute>()?.Category ?? EffectCategory.Effect;

    public bool IsBuiltIn => false;

    public string Name => _first.Name;

    public IEffectOptions Options => _first.Options;

    public string? SubmenuName => _first.SubmenuName;

    public Image? MenuImage => _first.MenuImage;

    public IPluginSupportInfo? SupportInfo { get; }

    public IEffect CreateInstance(IServiceProvider services, IEffectEnvironment environment)
    {
        var effect = Create(_type);
        effect.HostInfo = this;
        effect.HostServices = services;
        effect.HostEnvironment = environment;
        return effect;
    }

    private static EffectBase Create(Type type)
    {
        var effect = (EffectBase)Activator.CreateInstance(type)!;
        effect.Options.Freeze();
        return effect;
    }

    public IBitmapSource? GetImage() => null;

    public bool Equals(IEffectInfo2? other) => ReferenceEquals(this, other);
}
