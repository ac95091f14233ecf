namespace Glaze.Imaging.Metadata;

/// <summary>What a resolution counts pixels by.</summary>
public enum DensityUnit
{
    /// <summary>Nothing: the two numbers say how much wider than high a pixel is.</summary>
    None,

    /// <summary>Pixels per inch.</summary>
    Inch,

    /// <summary>Pixels per centimetre.</summary>
    Centimetre,

    /// <summary>Pixels per metre.</summary>
    Metre,
}
