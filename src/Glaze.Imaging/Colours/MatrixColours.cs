namespace Glaze.Imaging.Colours;

/// <summary>A space of three curves and a matrix, as displays and most profiles have it: exact in both directions.</summary>
internal sealed class MatrixColours : ColourSpace
{
    private static readonly Matrix3 FromD50 = Primaries.Srgb.ToD50()!.Inverse()!;

    private readonly ToneCurve[] _curves;
    private readonly float[] _toSrgb;
    private readonly float[] _fromSrgb;

    private MatrixColours(ToneCurve[] curves, Matrix3 toSrgb, Matrix3 fromSrgb)
    {
        _curves = curves;
        _toSrgb = [.. Enumerable.Range(0, 9).Select(i => (float)toSrgb[i / 3, i % 3])];
        _fromSrgb = [.. Enumerable.Range(0, 9).Select(i => (float)fromSrgb[i / 3, i % 3])];
    }

    /// <summary>Creates the space; null when its primaries span no colours.</summary>
    /// <param name="toD50">Linear light to XYZ under D50.</param>
    /// <param name="curves">One curve for each of red, green and blue.</param>
    internal static MatrixColours? Create(Matrix3? toD50, params ToneCurve[] curves) =>
        toD50 is not null && (FromD50 * toD50).WhiteKept() is { } matrix && matrix.Inverse() is { } inverse ? new MatrixColours(curves, matrix, inverse) : null;

    /// <summary>Greys under one curve.</summary>
    internal static MatrixColours Grey(ToneCurve curve) => new([curve, curve, curve], Matrix3.Diagonal(1, 1, 1), Matrix3.Diagonal(1, 1, 1));

    internal override void ToShown(Span<float> values)
    {
        for (var i = 0; i + 3 <= values.Length; i += 3)
        {
            var (r, g, b) = (_curves[0].ToLinear(values[i]), _curves[1].ToLinear(values[i + 1]), _curves[2].ToLinear(values[i + 2]));
            for (var c = 0; c < 3; c++)
            {
                values[i + c] = SrgbCurve.FromLinear((_toSrgb[3 * c] * r) + (_toSrgb[(3 * c) + 1] * g) + (_toSrgb[(3 * c) + 2] * b));
            }
        }
    }

    internal override void FromShown(Span<float> values)
    {
        for (var i = 0; i + 3 <= values.Length; i += 3)
        {
            var (r, g, b) = (SrgbCurve.ToLinear(values[i]), SrgbCurve.ToLinear(values[i + 1]), SrgbCurve.ToLinear(values[i + 2]));
            for (var c = 0; c < 3; c++)
            {
                values[i + c] = _curves[c].FromLinear((_fromSrgb[3 * c] * r) + (_fromSrgb[(3 * c) + 1] * g) + (_fromSrgb[(3 * c) + 2] * b));
            }
        }
    }
}
