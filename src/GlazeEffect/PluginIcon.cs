using System.Drawing;

namespace GlazeEffectPlugin;

/// <summary>The menu icon, drawn at the sizes the host's menus use.</summary>
internal static class PluginIcon
{
    private static readonly (int Dpi, int Pixels)[] Sizes = [(96, 16), (120, 20), (144, 24), (192, 32), (int.MaxValue, 64)];

    /// <summary>The smallest icon that needs no enlarging at this resolution.</summary>
    public static Image Load(int dpi)
    {
        var pixels = Array.Find(Sizes, size => dpi <= size.Dpi).Pixels;
        var name = $"GlazeEffectPlugin.Icons.glaze-{pixels}.png";
        using var stream = typeof(PluginIcon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The icon {name} is not in the plugin.");
        using var decoded = Image.FromStream(stream);

        // A bitmap decoded from a stream needs the stream for ever; a copy does not.
        return new Bitmap(decoded);
    }
}
