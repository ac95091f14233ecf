namespace Glaze.Training.Pictures;

/// <summary>A plane of values in about 0..1.</summary>
internal sealed class Field
{
    private Field(int side, float[] values)
    {
        Side = side;
        Values = values;
    }

    /// <summary>Width and height.</summary>
    public int Side { get; }

    /// <summary>Row by row.</summary>
    public float[] Values { get; }

    /// <summary>Smooth noise in octaves, each weighted by its wavelength to a power: 0 white, 1 like photographs, 2 cloudy. Mean 0.5, deviation 0.2.</summary>
    public static Field Noise(Dice dice, int side, double power)
    {
        var values = new float[side * side];
        for (var wavelength = (double)side; wavelength >= 1.5; wavelength /= 2)
        {
            AddOctave(values, side, wavelength, (float)Math.Pow(wavelength / side, power), dice);
        }

        return new Field(side, Normalised(values));
    }

    private static float[] Normalised(float[] values)
    {
        var mean = values.Average();
        var deviation = MathF.Sqrt(values.Average(value => (value - mean) * (value - mean))) + 1e-9f;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Clamp(0.5f + (0.2f * (values[i] - mean) / deviation), 0f, 1f);
        }

        return values;
    }

    private static void AddOctave(float[] values, int side, double wavelength, float weight, Dice dice)
    {
        var cells = (int)(side / wavelength) + 3;
        var knots = new float[cells * cells];
        for (var i = 0; i < knots.Length; i++)
        {
            knots[i] = dice.Range(-1, 1);
        }

        var (shiftX, shiftY) = (dice.Range(0, 1), dice.Range(0, 1));
        for (var y = 0; y < side; y++)
        {
            var (row, v) = Place(y, wavelength, shiftY);
            for (var x = 0; x < side; x++)
            {
                var (column, u) = Place(x, wavelength, shiftX);
                var at = (row * cells) + column;
                var above = knots[at] + ((knots[at + 1] - knots[at]) * u);
                var below = knots[at + cells] + ((knots[at + cells + 1] - knots[at + cells]) * u);
                values[(y * side) + x] += weight * (above + ((below - above) * v));
            }
        }
    }

    private static (int Cell, float Within) Place(int position, double wavelength, float shift)
    {
        var place = (position / wavelength) + shift;
        var within = (float)(place - Math.Floor(place));
        return ((int)place, within * within * (3 - (2 * within)));
    }
}
