namespace GlazeEffect.Wine.Tests;

/// <summary>A test that runs Windows programs under Wine; skipped, with the reason, where that cannot be.</summary>
public sealed class WineFactAttribute : FactAttribute
{
    /// <summary>Skips the test where Wine, or the file, is missing.</summary>
    /// <param name="shared">Path below <c>../shared</c> of a file that the test needs; none if empty.</param>
    public WineFactAttribute(string shared = "")
    {
        Shared = shared;
        Skip = WineTools.WhyNot ?? (shared.Length == 0 || File.Exists(WineTools.Shared(shared)) ? null : $"Needs the reference file ../shared/{shared}, which is not on this machine.");
    }

    /// <summary>Path below <c>../shared</c>.</summary>
    public string Shared { get; }
}
