using PaintDotNet.AppModel;

namespace PaintDotNet.Effects;

public abstract record BitmapEffectOptionsFactory : EffectOptionsBase, IEquatable<PluginOptions>, IEffectOptions,
    IEquatable<EffectOptionsBase>, IEquatable<BitmapEffectOptionsFactory>
{
    internal BitmapEffectOptionsFactory()
    {
    }

    protected BitmapEffectOptionsFactory(BitmapEffectOptionsFactory original)
        : base(original)
    {
    }

    public static BitmapEffectOptions Create() => new();
}
