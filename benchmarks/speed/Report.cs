using System.Globalization;
using System.Text;

namespace Glaze.Benchmarks.Speed;

/// <summary>Rows of figures, printed as they come and kept for a CSV file.</summary>
internal sealed class Report
{
    private readonly List<string[]> _rows = [["area", "what", "value", "unit", "goal", "note"]];

    public void Add(string area, string what, double value, string format, string unit, string goal = "", string note = "")
    {
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        _rows.Add([area, what, number, unit, goal, note]);
        Console.WriteLine($"{area,-8} {what,-46} {number,10} {unit,-7} {goal,-10} {note}");
    }

    public void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllLines(file, _rows.Select(row => string.Join(',', row.Select(Quoted))), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
