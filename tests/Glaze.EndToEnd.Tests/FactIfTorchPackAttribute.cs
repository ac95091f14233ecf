using Glaze.TestKit;

namespace Glaze.EndToEnd.Tests;

/// <summary>A fact that needs the optional TorchSharp pack, which the build's stage makes; under continuous integration it runs and fails without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactIfTorchPackAttribute : FactAttribute
{
    public FactIfTorchPackAttribute()
    {
        if (!Directory.Exists(Pack) && Environment.GetEnvironmentVariable("CI") is null or "" or "false")
        {
            Skip = $"{Pack} is missing: run ./build.sh --target=Stage first.";
        }
    }

    public static string Pack { get; } = Path.Combine(Repository.Root, "artifacts", OperatingSystem.IsWindows() ? "torch-win-x64" : "torch-linux-x64");
}
