using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaintDotNet.Rendering;

internal static class IntegerList
{
    public static int[] Parse(string text, int count, IFormatProvider? provider) =>
        TryParse(text, count, provider, out var values)
            ? values
            : throw new FormatException($"'{text}' is not a list of {count} integers.");

    public static bool TryParse(
        [NotNullWhen(true)] string? text, int count, IFormatProvider? provider, out int[] values)
    {
        values = new int[count];
        var parts = text?.Split(',');
        if (parts?.Length != count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.Integer, provider, out values[i]))
            {
                return false;
            }
        }

        return true;
    }
}
