using System.Globalization;
using System.Text;
using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>The tables of a run, in Markdown.</summary>
internal sealed class SummaryPage
{
    private readonly StringBuilder _text = new();
    private readonly IReadOnlyList<Group> _groups;

    /// <summary>Writes the tables.</summary>
    public SummaryPage(IReadOnlyList<Row> rows)
    {
        _groups = Group.All(rows);
        foreach (var group in _groups)
        {
            Heading(group);
            FamilyTable(group);
            PurifierTable(group);
            PictureTable(group);
        }

        RatioTable("Four installed ÷ alone", Arm.Four, family => Arm.Alone(family));
        SizeTable();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Heading(Group group)
    {
        var (ours, naive) = (Untreated(group, Comparison.Ours), Untreated(group, NaiveBlend.Name));
        Line($"### Computed on {group.Arm}, {group.Size}, seen {group.View}");
        Line($"{group.Pictures.Count()} pictures, {Cell.Text(Mean(ours, row => row.Seen.Psnr), "F1")} dB, butteraugli {Against(row => row.Seen.Butteraugli)} × B0), "
            + $"worst 64² block {Against(row => row.Seen.WorstBlock)} ×), {Cell.Text(Mean(ours, row => row.Seconds), "F0")} s");
        Line(string.Empty);

        string Against(Func<Row, double> value) => $"{Cell.Ratio(Mean(ours, value))} ({Cell.Ratio(Mean(ours, value) / Mean(naive, value))}";
    }

    private void FamilyTable(Group group)
    {
        Line("| family | untreated | ÷ B0 | mean of purifiers | ÷ B0 | textured / flat ÷ B0 | least picture ÷ B0 | worst purifier | ÷ B0 | mean ÷ B0, equal butteraugli | ÷ best peer: mean / worst |");
        Line("|---|---|---|---|---|---|---|---|---|---|---|");
        var lines = group.Families.Select(family => new FamilyLine(group, family)).ToList();
        lines.ForEach(line => Line(line.ToString()));
        if (lines.Count > 1)
        {
            Line($"| **worst family** | {Shift(line => line.Ours.Untreated)} | {Ratio(line => line.UntreatedRatio)} | {Shift(line => line.Ours.Mean)} | {Ratio(line => line.MeanRatio)} | "
                + $"{Ratio(line => line.TexturedRatio)} / {Ratio(line => line.FlatRatio)} | {Ratio(line => line.LeastPicture)} | {Shift(line => line.Ours.Worst)} | {Ratio(line => line.WorstRatio)} | "
                + $"{Ratio(line => line.ButteraugliRatio)} | {Ratio(line => line.PeerMeanRatio)} / {Ratio(line => line.PeerWorstRatio)} |");
        }

        Line(string.Empty);

        string Shift(Func<FamilyLine, double> value) => Cell.Shift(Least(value));

        string Ratio(Func<FamilyLine, double> value) => Cell.Ratio(Least(value));

        double Least(Func<FamilyLine, double> value) => lines.Select(value).Where(number => !double.IsNaN(number)).DefaultIfEmpty(double.NaN).Min();
    }

    private void PurifierTable(Group group)
    {
        Line($"| ours (B0) after | {string.Join(" | ", group.Families.Select(family => family.Id))} |");
        Line($"|---|{string.Concat(group.Families.Select(_ => "---|"))}");
        foreach (var purifier in group.Rows.Select(row => row.Key.Purifier).Distinct())
        {
            var cells = group.Families.Select(family => $"{Cell.Shift(Shift(Comparison.Ours, family))} ({Cell.Shift(Shift(NaiveBlend.Name, family))})");
            Line($"| {purifier} | {string.Join(" | ", cells)} |");

            double Shift(string method, Family family) =>
                group.Of(method).Where(row => row.Key.Family == family.Id && row.Key.Purifier == purifier).Select(row => row.Shift).DefaultIfEmpty(double.NaN).Average();
        }

        Line(string.Empty);
    }

    private void PictureTable(Group group)
    {
        Line($"| picture, T | dB, butteraugli (B0), s | {string.Join(" | ", group.Families.Select(family => $"{family.Id}: none, mean (× B0)"))} |");
        Line($"|---|---|{string.Concat(group.Families.Select(_ => "---|"))}");
        foreach (var picture in group.Pictures)
        {
            var own = group.Where(row => row.Key.Picture == picture);
            var (ours, naive) = (own.Of(Comparison.Ours).First(), own.Of(NaiveBlend.Name).First());
            var cells = own.Families.Select(family => new FamilyLine(own, family)).Select(line => $"{Cell.Shift(line.Ours.Untreated)}, {Cell.Shift(line.Ours.Mean)} ({Cell.Ratio(line.MeanRatio)})");
            Line($"| {picture} ({ours.Kind}), {ours.Style} | {ours.Seen.Psnr:F1}, {ours.Seen.Butteraugli:F2} ({naive.Seen.Butteraugli:F2}), {ours.Seconds:F0} | {string.Join(" | ", cells)} |");
        }

        Line(string.Empty);
    }

    private void RatioTable(string title, string arm, Func<Family, string> other)
    {
        var lines = _groups.Where(group => group.Arm == arm).SelectMany(group => Family.All.Select(family => (
                Group: group, Family: family, Other: _groups.FirstOrDefault(candidate => candidate.Arm == other(family) && candidate.Size == group.Size && candidate.View == group.View))))
            .Where(entry => entry.Other is not null)
            .Select(entry => RatioLine($"{entry.Family.Id}, {entry.Group.Size}, {entry.Group.View}", entry.Group, entry.Other!, entry.Family))
            .ToList();
        RatioLines(title, lines);
    }

    private void SizeTable()
    {
        var lines = _groups.Where(group => group.Size is not "512").SelectMany(group => group.Families.Select(family => (
                Group: group, Family: family, Other: _groups.FirstOrDefault(candidate => candidate is { Size: "512", View: "native" } && candidate.Arm == group.Arm))))
            .Where(entry => entry.Other is not null && entry.Group.Pictures.Intersect(entry.Other.Pictures).Any())
            .Select(entry => RatioLine($"{entry.Family.Id}, {entry.Group.Arm}, {entry.Group.Size}, {entry.Group.View}", entry.Group, entry.Other!, entry.Family))
            .ToList();
        RatioLines("÷ the same pictures at 512", lines);
    }

    private void RatioLines(string title, List<string> lines)
    {
        if (lines.Count > 0)
        {
            Line($"### {title}");
            Line("| | untreated | mean of purifiers |");
            Line("|---|---|---|");
            lines.ForEach(Line);
            Line(string.Empty);
        }
    }

    // Over the pictures that both have.
    private static string RatioLine(string title, Group group, Group other, Family family)
    {
        var pictures = group.Pictures.Intersect(other.Pictures).ToHashSet(StringComparer.Ordinal);
        var ours = group.Where(row => pictures.Contains(row.Key.Picture)).Figures(Comparison.Ours, family)!;
        var theirs = other.Where(row => pictures.Contains(row.Key.Picture)).Figures(Comparison.Ours, family)!;
        return $"| {title} | {Quotient(ours.Untreated, theirs.Untreated)} | {Quotient(ours.Mean, theirs.Mean)} |";

        static string Quotient(double left, double right) => $"{Cell.Shift(left)} ÷ {Cell.Shift(right)} = {Cell.Ratio(Figures.Ratio(left, right))}";
    }

    // One row a picture: what does not depend on the judge.
    private static List<Row> Untreated(Group group, string method) =>
        group.Of(method).Where(row => row.Key.Purifier == Treatments.Untreated).DistinctBy(row => row.Key.Picture).ToList();

    private static double Mean(List<Row> rows, Func<Row, double> value) => rows.Count > 0 ? rows.Average(value) : double.NaN;

    private void Line(string text) => _text.Append(CultureInfo.InvariantCulture, $"{text}").Append('\n');
}
