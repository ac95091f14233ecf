namespace Glaze.Engine.Reporting;

/// <summary>What a purifier leaves of a movement, and what it does to the untouched picture.</summary>
internal sealed record PurifierMovementReport(string Purifier, double Movement, double Yardstick);
