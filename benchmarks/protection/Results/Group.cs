using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Methods;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>The rows of one arm at one size, seen one way.</summary>
/// <param name="Size">Size of the pictures.</param>
/// <param name="Arm">What the cloaks were computed on.</param>
/// <param name="View">How trainers look at them.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Group(string Size, string Arm, string View, IReadOnlyList<Row> Rows)
{
    /// <summary>All groups of a run, in the order in which they were measured.</summary>
    public static IReadOnlyList<Group> All(IReadOnlyList<Row> rows) => rows
        .GroupBy(row => (row.Key.Size, row.Key.Arm, row.Key.View))
        .Select(group => new Group(group.Key.Size, group.Key.Arm, group.Key.View, [.. group]))
        .ToList();

    /// <summary>The families that judged, in their usual order.</summary>
    public IEnumerable<Family> Families => Family.All.Where(family => Rows.Any(row => row.Key.Family == family.Id));

    /// <summary>The peers that were compared with.</summary>
    public IEnumerable<string> Peers => Rows.Select(row => row.Key.Method).Distinct().Except([Comparison.Ours, NaiveBlend.Name]);

    /// <summary>Pictures, in their order.</summary>
    public IEnumerable<string> Pictures => Rows.Select(row => row.Key.Picture).Distinct();

    /// <summary>The same group with some of the rows.</summary>
    public Group Where(Func<Row, bool> keep) => this with { Rows = [.. Rows.Where(keep)] };

    /// <summary>Rows of a method.</summary>
    public IEnumerable<Row> Of(string method, string equalIn = Comparison.InPsnr) => Rows.Where(row => row.Key.Method == method && row.Key.EqualIn == equalIn);

    /// <summary>What a method reaches on a family; null when it was not measured.</summary>
    public Figures? Figures(string method, Family family, string equalIn = Comparison.InPsnr) =>
        Results.Figures.Of(Of(method, equalIn).Where(row => row.Key.Family == family.Id));
}
