using PaintDotNet.AppModel;

namespace PaintDotNet.Effects;

public record BitmapEffectOptions : BitmapEffectOptionsFactory, IEquatable<PluginOptions>, IEquatable<EffectOptionsBase>,
    IEquatable<BitmapEffectOptionsFactory>, IBitmapEffectOptions, IEffectOptions, IEquatable<BitmapEffectOptions>
{
    internal BitmapEffectOptions()
    {
    }

    protected BitmapEffectOptions(BitmapEffectOptions original)
        : base(original)
    {
    }
}
