namespace PaintDotNet.Effects;

[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class EffectCategoryAttribute : Attribute
{
    public EffectCategoryAttribute(EffectCategory category) => Category = category;

    public EffectCategory Category { get; }
}
