namespace Glaze.Benchmarks.Protection.Results;

/// <summary>The rows measured so far; what a run adds is on disk at once, so that a run that was stopped goes on where it was.</summary>
internal sealed class ResultFile
{
    private readonly string _path;
    private readonly Dictionary<RowKey, Row> _rows = [];

    /// <summary>Reads what is there.</summary>
    public ResultFile(string path)
    {
        _path = path;
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, Row.Header + Environment.NewLine);
        }

        var text = File.ReadAllText(path);
        if (!text.EndsWith('\n'))
        {
            // Half a line of a run that was killed: a field too many makes it no row for good, even where it was cut within its last number.
            var end = "," + Environment.NewLine;
            File.AppendAllText(path, end);
            text += end;
        }

        foreach (var row in text.Split('\n', StringSplitOptions.TrimEntries).Skip(1).Select(Row.TryParse).OfType<Row>())
        {
            _rows[row.Key] = row;
        }
    }

    /// <summary>The rows of the keys; null when one is missing.</summary>
    public IReadOnlyList<Row>? Find(IReadOnlyList<RowKey> keys) => keys.All(_rows.ContainsKey) ? [.. keys.Select(key => _rows[key])] : null;

    /// <summary>Adds rows.</summary>
    /// <returns>The same rows.</returns>
    public IReadOnlyList<Row> Append(IReadOnlyList<Row> rows)
    {
        File.AppendAllText(_path, string.Concat(rows.Select(row => row + Environment.NewLine)));
        foreach (var row in rows)
        {
            _rows[row.Key] = row;
        }

        return rows;
    }
}
