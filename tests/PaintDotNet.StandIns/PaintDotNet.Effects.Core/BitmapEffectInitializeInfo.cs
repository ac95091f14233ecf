namespace PaintDotNet.Effects;

public sealed class BitmapEffectInitializeInfo
{
    public BitmapEffectInitializeInfo()
    {
    }
}
