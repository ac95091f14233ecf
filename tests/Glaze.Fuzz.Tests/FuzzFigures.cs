namespace Glaze.Fuzz.Tests;

/// <summary>What a run found.</summary>
/// <param name="Tried">Files tried.</param>
/// <param name="Accepted">Files that were read after all: a mutation need not do harm.</param>
/// <param name="Seconds">Time of all.</param>
/// <param name="SlowestSeconds">Time of the slowest file.</param>
/// <param name="MostAllocated">Most managed bytes allocated for one file.</param>
/// <param name="Complaints">Anything but a reading or the documented exception, and files over a limit; at most five.</param>
internal sealed record FuzzFigures(int Tried, int Accepted, double Seconds, double SlowestSeconds, long MostAllocated, IReadOnlyList<string> Complaints);
