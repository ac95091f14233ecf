namespace Glaze.Cloaking.Transforms;

/// <summary>One transform after another.</summary>
internal sealed class ComposedTransform(IImageTransform first, IImageTransform second) : IImageTransform
{
    public int OutputHeight => second.OutputHeight;

    public int OutputWidth => second.OutputWidth;

    public float[] Apply(float[] image) => second.Apply(first.Apply(image));

    public float[] Adjoint(float[] gradient) => first.Adjoint(second.Adjoint(gradient));
}
