using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>What one purifier leaves of what an encoder sees, and what it does to the untouched picture.</summary>
internal sealed record PurifierReport(string Purifier, double? Shift, double Movement, double Yardstick)
{
    public static PurifierReport Create(PurifiedView left) =>
        new(left.Purifier.Name, left.Shift is { } shift ? Math.Round(shift, 4) : null, Math.Round(left.Movement, 4), Math.Round(left.Yardstick, 4));
}
