using System.Globalization;
using System.Text;
using Glaze.Cloaking.Audit;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Reporting;

/// <summary>An audit for people to read.</summary>
internal static class AuditText
{
    private const int LabelWidth = 32;
    private const int LeastWidth = 8;

    public static string Of(AuditReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Visible(report.VisibleChange)).AppendLine();
        var protection = report.Protection;
        if (protection.Grade is not null)
        {
            text.AppendLine("How far encoders are led to the target style (0 %: they see the original, 100 %: they see the target):");
            Table(text, protection.Encoders, encoder => Percent(encoder.Shift!.Value), left => Percent(left.Shift!.Value));
        }
        else
        {
            text.AppendLine("How far encoders see the picture moved, in any direction (1.00: as much as usually varies):");
            Table(text, protection.Encoders, encoder => Number(encoder.Movement), left => Number(left.Movement));
        }

        text.AppendLine().AppendLine(protection.Verdict).AppendLine();
        return text.AppendLine(report.NotProtected).ToString();
    }

    private static string Visible(VisibleChangeReport change) => change.PsnrDecibels is not { } psnr
        ? "Visible change: none; the colours of the two pictures are the same."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Visible change: {WordOf(psnr)} (PSNR {psnr:0.0} dB; largest change {change.MaxLevels}, RMS {change.Rms:0.00}, RMS in flat colour {change.FlatRms:0.00} of 255; perceptual distance {change.PerceptualDistance:0.000}).");

    private static string WordOf(double psnr) => Protocol.Messages.VisibleChange.OfPsnr(psnr) switch
    {
        Visibility.Invisible => "hardly visible",
        Visibility.Subtle => "subtle",
        Visibility.Noticeable => "noticeable when looked for",
        _ => "clearly visible",
    };

    private static void Table(StringBuilder text, IReadOnlyList<EncoderReport> encoders, Func<EncoderReport, string> plain, Func<PurifierReport, string> left)
    {
        var widths = encoders.Select(encoder => Math.Max(LeastWidth, encoder.Family.Length)).ToArray();
        text.AppendLine(Row(string.Empty, encoders.Select(encoder => encoder.Family), widths));
        text.AppendLine(Row("as it is", encoders.Select(plain), widths));
        for (var i = 0; i < Purifiers.All.Count; i++)
        {
            text.AppendLine(Row(Names.Of(Purifiers.All[i], Language.English), encoders.Select(encoder => left(encoder.Surviving[i])), widths));
        }
    }

    private static string Row(string label, IEnumerable<string> cells, int[] widths) =>
        ("  " + label.PadRight(LabelWidth) + string.Join("  ", cells.Select((cell, i) => cell.PadLeft(widths[i])))).TrimEnd();

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.000}");
}
