namespace GlazeEffect.Wine.Tests;

/// <summary>One screen and one Wine prefix for all tests; they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WineCollection : ICollectionFixture<WineScreen>
{
    public const string Name = "Wine";
}
