namespace Glaze.Imaging.Colours;

/// <summary>A 3×3 matrix in rows.</summary>
internal sealed class Matrix3
{
    private readonly double[] _values;

    internal Matrix3(params double[] rows) => _values = rows;

    internal double this[int row, int column] => _values[(3 * row) + column];

    public static Matrix3 operator *(Matrix3 left, Matrix3 right)
    {
        var result = new double[9];
        for (var i = 0; i < 9; i++)
        {
            var (row, column) = (i / 3, i % 3);
            result[i] = (left[row, 0] * right[0, column]) + (left[row, 1] * right[1, column]) + (left[row, 2] * right[2, column]);
        }

        return new Matrix3(result);
    }

    internal static Matrix3 Diagonal(double a, double b, double c) => new(a, 0, 0, 0, b, 0, 0, 0, c);

    internal (double X, double Y, double Z) Apply(double a, double b, double c) => (
        (this[0, 0] * a) + (this[0, 1] * b) + (this[0, 2] * c),
        (this[1, 0] * a) + (this[1, 1] * b) + (this[1, 2] * c),
        (this[2, 0] * a) + (this[2, 1] * b) + (this[2, 2] * c));

    /// <summary>The inverse by cofactors; null when there is none to speak of.</summary>
    internal Matrix3? Inverse()
    {
        double Minor(int row, int column) =>
            (this[(row + 1) % 3, (column + 1) % 3] * this[(row + 2) % 3, (column + 2) % 3]) - (this[(row + 1) % 3, (column + 2) % 3] * this[(row + 2) % 3, (column + 1) % 3]);
        var determinant = (this[0, 0] * Minor(0, 0)) + (this[0, 1] * Minor(0, 1)) + (this[0, 2] * Minor(0, 2));
        if (!double.IsFinite(determinant) || Math.Abs(determinant) < 1e-9)
        {
            return null;
        }

        return new Matrix3([.. Enumerable.Range(0, 9).Select(i => Minor(i % 3, i / 3) / determinant)]);
    }

    /// <summary>The matrix with every row divided by its sum, so that white stays white; null where a row has none.</summary>
    internal Matrix3? WhiteKept()
    {
        var (r, g, b) = Apply(1, 1, 1);
        return r > 0.1 && g > 0.1 && b > 0.1 ? Diagonal(1 / r, 1 / g, 1 / b) * this : null;
    }
}
