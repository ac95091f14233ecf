namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>The rows measured so far; what a run adds is on disk at once, so that a run that was stopped goes on where it was.</summary>
internal sealed class ResultFile
{
    private readonly string _path;
    private readonly List<Row> _rows;

    /// <summary>Reads what is there.</summary>
    public ResultFile(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var text = File.Exists(path) ? File.ReadAllText(path) : Row.Header + "\n";
        // Half a line of a run that was killed: a field too many makes it no row for good.
        text = text.EndsWith('\n') ? text : text + ",\n";
        File.WriteAllText(path, text);
        _rows = [.. text.Split('\n').Skip(1).Select(Row.TryParse).OfType<Row>()];
    }

    /// <summary>All rows of the runs.</summary>
    /// <param name="runs">Hashes of the runs.</param>
    public IReadOnlyList<Row> Of(params IReadOnlyList<string> runs) => [.. _rows.Where(row => runs.Contains(row.Run))];

    /// <summary>A row, or null if it was not measured.</summary>
    public Row? Find(string run, string arm, int seed) => _rows.Find(row => row.Run == run && row.Arm == arm && row.Seed == seed);

    /// <summary>Adds a row.</summary>
    public void Add(Row row)
    {
        File.AppendAllText(_path, row + "\n");
        _rows.Add(row);
    }
}
