namespace Glaze.Protocol.Messages;

/// <summary>The checks that messages share; each failure is a <see cref="ProtocolException"/> naming the field.</summary>
internal static class Require
{
    public static void That(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ProtocolException(complaint);
        }
    }

    public static void Job(int job) => That(job > 0, $"job is {job}; job numbers begin at 1.");

    public static void Picture(int width, int height)
    {
        That(
            width is > 0 and <= ProtocolLimits.MaxSide && height is > 0 and <= ProtocolLimits.MaxSide,
            $"The picture is {width}x{height}; sides go from 1 to {ProtocolLimits.MaxSide}.");
        That(
            (long)width * height <= ProtocolLimits.MaxPixels,
            $"The picture of {width}x{height} has more than {ProtocolLimits.MaxPixels} pixels.");
    }

    public static void Name(string value, string field)
    {
        That(value is { Length: <= ProtocolLimits.MaxNameCharacters }, $"{field} is missing or longer than {ProtocolLimits.MaxNameCharacters} characters.");
    }

    public static void List<T>(IReadOnlyList<T> items, string field)
        where T : class
    {
        That(items is { Count: <= ProtocolLimits.MaxListItems }, $"{field} is missing or has more than {ProtocolLimits.MaxListItems} entries.");
        foreach (var item in items!)
        {
            That(item is not null, $"{field} has an empty entry.");
        }
    }

    public static void Defined<T>(T value, string field)
        where T : struct, Enum
    {
        That(Enum.IsDefined(value), $"{field} has the unknown value {value}.");
    }

    public static void Finite(double? value, string field)
    {
        That(value is null || double.IsFinite(value.Value), $"{field} is not a finite number.");
    }

    public static void AtLeastZero(double? value, string field)
    {
        Finite(value, field);
        That(value is null or >= 0, $"{field} is {value}, below 0.");
    }
}
