namespace Glaze.Training.Pictures;

/// <summary>Seeded chance in the forms that drawing needs.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Uniform in [low, high).</summary>
    public float Range(double low, double high) => (float)(low + ((high - low) * _random.NextDouble()));

    /// <summary>Whole number in [low, high).</summary>
    public int Whole(int low, int high) => _random.Next(low, high);

    /// <summary>True in this share of the cases.</summary>
    public bool Chance(double share) => _random.NextDouble() < share;

    /// <summary>One of the items.</summary>
    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    /// <summary>Normally distributed (Box–Muller).</summary>
    public float Normal(double mean = 0, double deviation = 1) =>
        (float)(mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble())));

    /// <summary>A seed for something else.</summary>
    public int Seed() => _random.Next();
}
