using Glaze.Cloaking;
using Glaze.Inference;

namespace Glaze.Engine;

/// <summary>The words of the command line for what the libraries call by type.</summary>
internal static class Names
{
    /// <summary>A provider as <c>--device</c> names it.</summary>
    public static string Of(ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.DirectMl => "directml",
        ExecutionProvider.WebGpu => "webgpu",
        ExecutionProvider.Torch => "torch",
        _ => "cpu",
    };

    /// <summary>A render quality as <c>--quality</c> names it.</summary>
    public static string Of(RenderQuality quality) => quality switch
    {
        RenderQuality.Fast => "fast",
        RenderQuality.Best => "best",
        _ => "balanced",
    };
}
