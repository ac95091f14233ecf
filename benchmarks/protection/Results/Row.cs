using System.Globalization;
using Glaze.Benchmarks.Protection.Judging;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>One line of the result file.</summary>
/// <param name="Key">What was measured.</param>
/// <param name="Kind">Textured or flat.</param>
/// <param name="Style">The target style.</param>
/// <param name="Seen">How visible the cloak is.</param>
/// <param name="Seconds">What the cloak took; 0 for what needs no time worth naming.</param>
/// <param name="Shift">The shift.</param>
internal sealed record Row(RowKey Key, string Kind, string Style, Visibility Seen, double Seconds, double Shift)
{
    /// <summary>The first line of the file.</summary>
    public const string Header = "run,picture,size,arm,method,equal_in,view,family,purifier,kind,style,psnr,butteraugli,worst_block,seconds,shift";

    private const int FieldCount = 16;

    /// <summary>Reads a line; null when it is not a whole one, such as the last of a run that was killed.</summary>
    public static Row? TryParse(string line)
    {
        var fields = line.Split(',');
        return fields.Length == FieldCount && fields[11..].All(field => double.TryParse(field, CultureInfo.InvariantCulture, out _))
            ? new Row(
                new RowKey(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8]),
                fields[9],
                fields[10],
                new Visibility(Number(11), Number(12), Number(13)),
                Number(14),
                Number(15))
            : null;

        double Number(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
    }

    /// <summary>The line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Key.Run},{Key.Picture},{Key.Size},{Key.Arm},{Key.Method},{Key.EqualIn},{Key.View},{Key.Family},{Key.Purifier},{Kind},{Style},{Seen.Psnr:F3},{Seen.Butteraugli:F4},{Seen.WorstBlock:F4},{Seconds:F1},{Shift:F5}");
}
