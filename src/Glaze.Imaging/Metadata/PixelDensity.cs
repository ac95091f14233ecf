namespace Glaze.Imaging.Metadata;

/// <summary>The resolution that a file states, in the unit it states it in.</summary>
/// <param name="Horizontal">Pixels per unit from left to right.</param>
/// <param name="Vertical">Pixels per unit from top to bottom.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct PixelDensity(double Horizontal, double Vertical, DensityUnit Unit)
{
    private const double CentimetresPerInch = 2.54;

    // PNG counts whole pixels per metre, so 72 per inch become 2835, which are 72.009.
    private const double InchTolerance = 0.02;

    /// <summary>The same in pixels per inch, whole where a whole number was meant; none for a density without a unit.</summary>
    public PixelDensity? ToInches() => Unit switch
    {
        DensityUnit.Inch => this,
        DensityUnit.Centimetre => Scaled(CentimetresPerInch, DensityUnit.Inch),
        DensityUnit.Metre => Scaled(CentimetresPerInch / 100, DensityUnit.Inch),
        _ => null,
    };

    /// <summary>The same in pixels per metre; none for a density without a unit.</summary>
    internal PixelDensity? ToMetres() => Unit switch
    {
        DensityUnit.Metre => this,
        DensityUnit.Centimetre => Scaled(100, DensityUnit.Metre),
        DensityUnit.Inch => Scaled(100 / CentimetresPerInch, DensityUnit.Metre),
        _ => null,
    };

    /// <summary>Null for numbers that are no resolution.</summary>
    internal static PixelDensity? Create(double horizontal, double vertical, DensityUnit unit) =>
        double.IsFinite(horizontal) && double.IsFinite(vertical) && horizontal > 0 && vertical > 0 ? new PixelDensity(horizontal, vertical, unit) : null;

    private PixelDensity Scaled(double factor, DensityUnit unit) => new(Near(Horizontal * factor, unit), Near(Vertical * factor, unit), unit);

    private static double Near(double value, DensityUnit unit) =>
        unit == DensityUnit.Inch && Math.Abs(value - Math.Round(value)) <= InchTolerance ? Math.Round(value) : value;
}
