using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>Which folders of a project name types of which others, read from the text: comments and words in quotes do not count.</summary>
internal sealed partial class FolderGraph
{
    /// <summary>The folder of files that lie in no folder.</summary>
    public const string Root = "(root)";

    // Where a program is put together, everything is known to everything.
    private const string CompositionRoot = "Program.cs";

    private readonly Dictionary<(string From, string To), SortedSet<string>> _edges = [];

    private FolderGraph()
    {
    }

    /// <summary>The edges with the types that make them.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Edges => _edges;

    /// <summary>Reads a project below <c>src</c>.</summary>
    public static FolderGraph Of(string project)
    {
        var prefix = $"src/{project}/";
        var files = RepositoryTree.SourceFiles("src").Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => (Folder: FolderOf(file[prefix.Length..]), Name: Path.GetFileName(file), Code: Uninteresting().Replace(RepositoryTree.Read(file), " ")))
            .ToList();
        var owners = files
            .SelectMany(file => Declaration().Matches(file.Code).Select(match => (Type: match.Groups["name"].Value, file.Folder)))
            .GroupBy(entry => entry.Type, entry => entry.Folder, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var graph = new FolderGraph();
        foreach (var file in files.Where(file => !string.Equals(file.Name, CompositionRoot, StringComparison.Ordinal)))
        {
            foreach (var type in TypeName().Matches(file.Code).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            {
                if (owners.TryGetValue(type, out var folders) && !folders.Contains(file.Folder))
                {
                    graph.Add(file.Folder, folders, $"{file.Name} names {type}");
                }
            }
        }

        return graph;
    }

    /// <summary>The pairs of folders that reach each other, each once.</summary>
    /// <param name="facades">Folders whose public face lies in the root while the workings lie in them: arrows between root and these do not count.</param>
    public IEnumerable<string> Circles(IReadOnlyCollection<string> facades)
    {
        var arrows = _edges.Keys
            .Where(edge => !(edge.From == Root && facades.Contains(edge.To)) && !(edge.To == Root && facades.Contains(edge.From)))
            .ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var folders = _edges.Keys.SelectMany(edge => new[] { edge.From, edge.To }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reached = folders.ToDictionary(folder => folder, folder => Reach(arrows, folder), StringComparer.Ordinal);
        return folders.SelectMany(left => folders.Where(right => string.CompareOrdinal(left, right) < 0 && reached[left].Contains(right) && reached[right].Contains(left))
            .Select(right => $"{left} <-> {right} ({Why(left, right)}; {Why(right, left)})"));
    }

    private string Why(string from, string to) => _edges.TryGetValue((from, to), out var types) ? string.Join(", ", types.Take(3)) : "through others";

    private void Add(string from, IEnumerable<string> to, string reason)
    {
        foreach (var folder in to)
        {
            if (!_edges.TryGetValue((from, folder), out var reasons))
            {
                _edges.Add((from, folder), reasons = new SortedSet<string>(StringComparer.Ordinal));
            }

            reasons.Add(reason);
        }
    }

    private static HashSet<string> Reach(ILookup<string, string> arrows, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(arrows[start]);
        while (waiting.TryPop(out var folder))
        {
            if (seen.Add(folder))
            {
                foreach (var next in arrows[folder])
                {
                    waiting.Push(next);
                }
            }
        }

        return seen;
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Replace('\\', '/') : Root;

    // Comments, and words in quotes.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])'""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Uninteresting();

    [GeneratedRegex(@"\b(class|record struct|record class|record|struct|interface|delegate [\w<>\[\]?]+|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Declaration();

    // Not a member of something, nor a property, a field or a member of an enumeration: those may have a type's name.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b(?!\s*(=|\{ get|,\r?\n))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TypeName();
}
