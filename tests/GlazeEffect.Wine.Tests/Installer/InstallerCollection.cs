namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>One fresh prefix for all tests of Setup; they run one after the other, and each leaves it as it was.</summary>
[CollectionDefinition(Name)]
public sealed class InstallerCollection : ICollectionFixture<FreshWineScreen>
{
    public const string Name = "Installer";
}
