namespace GlazeEffect.Wine.Tests;

/// <summary>Another screen and prefix for the tests of bad engines, which mostly wait: they run beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class FaultCollection : ICollectionFixture<FaultWineScreen>
{
    public const string Name = "Faults";
}
