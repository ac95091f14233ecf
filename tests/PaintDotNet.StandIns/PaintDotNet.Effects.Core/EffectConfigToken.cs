namespace PaintDotNet.Effects;

public abstract class EffectConfigToken : ICloneable
{
    protected EffectConfigToken()
    {
    }

    protected EffectConfigToken(EffectConfigToken copyMe) => ArgumentNullException.ThrowIfNull(copyMe);

    public abstract object Clone();
}
