using Spectre.Console;
using Spectre.Console.Rendering;

namespace Glaze.Engine.Reporting;

/// <summary>The time left beside the bar.</summary>
/// <param name="seconds">The seconds left, or null while it is too early to say.</param>
internal sealed class RemainingColumn(Func<double?> seconds) : ProgressColumn
{
    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(seconds() is { } left ? TimeSpan.FromSeconds(Math.Ceiling(left)).ToString("c") : "--:--:--");
}
