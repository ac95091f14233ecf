namespace Glaze.Inference.Tests;

/// <summary>A theory that needs SwiftShader: skipped on a developer's machine without it, never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SwiftShaderTheoryAttribute : TheoryAttribute
{
    public SwiftShaderTheoryAttribute() => Skip = SwiftShader.WhySkipped;
}
