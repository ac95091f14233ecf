using PaintDotNet;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Documents;

/// <summary>One layer: straight-alpha BGRA, as large as the document.</summary>
internal sealed class PictureLayer(string name, MemoryBitmap<ColorBgra32> surface)
{
    public string Name => name;

    public MemoryBitmap<ColorBgra32> Surface => surface;

    public LayerBlendMode BlendMode => LayerBlendMode.Normal;
}
