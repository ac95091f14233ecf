namespace GlazeEffect.Wine.Tests;

/// <summary>The same with several rows.</summary>
public sealed class WineTheoryAttribute : TheoryAttribute
{
    public WineTheoryAttribute() => Skip = WineTools.WhyNot;
}
