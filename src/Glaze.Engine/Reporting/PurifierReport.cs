namespace Glaze.Engine.Reporting;

/// <summary>What is left of the shift after one purifier.</summary>
internal sealed record PurifierReport(string Purifier, double Shift);
