namespace Glaze.Benchmarks.Speed;

/// <summary>One run: wall-clock seconds, and processor seconds of all threads.</summary>
internal readonly record struct Turn(double Seconds, double ProcessorSeconds);
