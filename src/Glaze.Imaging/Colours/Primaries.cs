namespace Glaze.Imaging.Colours;

/// <summary>The chromaticities of a display's white and three colours.</summary>
internal readonly record struct Primaries(double WhiteX, double WhiteY, double RedX, double RedY, double GreenX, double GreenY, double BlueX, double BlueY)
{
    private static readonly Matrix3 Bradford = new(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

    /// <summary>Of sRGB and BT.709.</summary>
    internal static Primaries Srgb { get; } = new(0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06);

    /// <summary>Of Display P3.</summary>
    internal static Primaries DisplayP3 { get; } = new(0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060);

    /// <summary>Of BT.2020 and BT.2100.</summary>
    internal static Primaries Bt2020 { get; } = new(0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046);

    /// <summary>Whether they are another's to the fourth digit, in which files round them.</summary>
    internal bool IsNear(Primaries other)
    {
        const double Rounding = 0.002;
        return Math.Abs(WhiteX - other.WhiteX) < Rounding && Math.Abs(WhiteY - other.WhiteY) < Rounding
            && Math.Abs(RedX - other.RedX) < Rounding && Math.Abs(RedY - other.RedY) < Rounding
            && Math.Abs(GreenX - other.GreenX) < Rounding && Math.Abs(GreenY - other.GreenY) < Rounding
            && Math.Abs(BlueX - other.BlueX) < Rounding && Math.Abs(BlueY - other.BlueY) < Rounding;
    }

    /// <summary>Linear light of these primaries to XYZ under D50, by Bradford's adaptation; null when they span no colours.</summary>
    internal Matrix3? ToD50()
    {
        var colours = new Matrix3(RedX, GreenX, BlueX, RedY, GreenY, BlueY, 1 - RedX - RedY, 1 - GreenX - GreenY, 1 - BlueX - BlueY);
        if (WhiteY <= 0 || colours.Inverse() is not { } inverse)
        {
            return null;
        }

        var white = (X: WhiteX / WhiteY, Y: 1.0, Z: (1 - WhiteX - WhiteY) / WhiteY);
        var (r, g, b) = inverse.Apply(white.X, white.Y, white.Z);
        var from = Bradford.Apply(white.X, white.Y, white.Z);
        var to = Bradford.Apply(0.9642, 1, 0.8249);
        if (from.X <= 0 || from.Y <= 0 || from.Z <= 0)
        {
            return null;
        }

        return Bradford.Inverse()! * Matrix3.Diagonal(to.X / from.X, to.Y / from.Y, to.Z / from.Z) * Bradford * colours * Matrix3.Diagonal(r, g, b);
    }
}
