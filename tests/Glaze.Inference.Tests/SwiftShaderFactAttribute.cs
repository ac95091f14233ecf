namespace Glaze.Inference.Tests;

/// <summary>A fact that needs SwiftShader: skipped on a developer's machine without it, never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SwiftShaderFactAttribute : FactAttribute
{
    public SwiftShaderFactAttribute() => Skip = SwiftShader.WhySkipped;
}
