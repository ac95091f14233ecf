namespace PaintDotNet.Effects;

public interface IBitmapEffectOptions : IEffectOptions
{
}
