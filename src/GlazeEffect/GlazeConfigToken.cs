using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using PaintDotNet.Effects;

namespace GlazeEffectPlugin;

/// <summary>The settings of one use of the effect, and the layer they produced. Holds values and immutable objects only.</summary>
public sealed class GlazeConfigToken : EffectConfigToken
{
    /// <summary>Creates a token with the default settings and no result.</summary>
    public GlazeConfigToken()
    {
    }

    private GlazeConfigToken(GlazeConfigToken copyMe)
        : base(copyMe)
    {
        Settings = copyMe.Settings;
        Layer = copyMe.Layer;
        IsAccepted = copyMe.IsAccepted;
    }

    /// <summary>What the artist chose.</summary>
    public CloakSettings Settings { get; set; } = CloakSettings.Default;

    /// <summary>Whether OK was pressed: such a token repeats the whole effect, one of an open dialog only shows what is there.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>The cloaked layer, or null while there is none for these settings. It names the picture it belongs to.</summary>
    internal FinishedLayer? Layer { get; set; }

    /// <inheritdoc/>
    public override object Clone() => new GlazeConfigToken(this);
}
