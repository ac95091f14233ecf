namespace Glaze.Imaging.Colours;

/// <summary>How stored values 0..1 become linear light, as a table for all 16-bit values; rising everywhere.</summary>
internal sealed class ToneCurve
{
    private const int Last = ushort.MaxValue;

    private readonly float[] _table = new float[Last + 1];

    /// <summary>Tabulates a function; where it falls, it is held.</summary>
    internal ToneCurve(Func<double, double> linear)
    {
        var highest = 0f;
        for (var i = 0; i <= Last; i++)
        {
            var value = (float)linear(i / (double)Last);
            highest = float.IsFinite(value) ? Math.Max(highest, value) : highest;
            _table[i] = highest;
        }
    }

    internal static ToneCurve Gamma(double exponent) => new(value => Math.Pow(value, exponent));

    /// <summary>Linear light of a value 0..1.</summary>
    internal float ToLinear(float value) => _table[(int)((Math.Clamp(value, 0, 1) * Last) + 0.5f)];

    /// <summary>The value 0..1 whose light comes closest.</summary>
    internal float FromLinear(float light)
    {
        if (light <= _table[0])
        {
            return 0;
        }

        if (light >= _table[Last])
        {
            return 1;
        }

        int low = 0, high = Last;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _table[middle] <= light ? (middle, high) : (low, middle);
        }

        return (low + ((light - _table[low]) / (_table[high] - _table[low]))) / Last;
    }
}
