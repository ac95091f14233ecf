namespace PaintDotNet.Effects;

public enum EffectCategory
{
    Effect = 0,
    Adjustment = 1,
    DoNotDisplay = 2,
}
