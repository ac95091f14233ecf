namespace Glaze.Inference.Tests;

/// <summary>A fact that needs SwiftShader: skipped on a developer's machine without it, never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SwiftShaderFactAttribute : FactAttribute
{
    public SwiftShaderFactAttribute()
    {
        var isCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        if (!SwiftShader.IsInstalled && !isCi)
        {
            Skip = "Debian's package chromium, which brings the SwiftShader Vulkan renderer, is not installed.";
        }
    }
}
