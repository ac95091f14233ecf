namespace GlazeEffect.Wine.Tests;

/// <summary>A test that runs Windows programs under Wine; skipped, with the reason, where that cannot be.</summary>
public sealed class WineFactAttribute : FactAttribute
{
    public WineFactAttribute() => Skip = WineTools.WhyNot;
}
