namespace GlazeEffect.Wine.Tests;

/// <summary>One screen and one Wine prefix for the tests of the dialog and the layer; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WineCollection : ICollectionFixture<WineScreen>
{
    public const string Name = "Wine";
}
