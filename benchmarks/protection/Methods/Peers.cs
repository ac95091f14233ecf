namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>The four peers, by the words of the command line.</summary>
internal static class Peers
{
    /// <summary>Words of <c>--methods</c> that name a peer.</summary>
    public static IReadOnlyList<string> Words { get; } = ["photoguard", "nightshade", "mist", "glaze"];

    /// <summary>A peer with a share of its published steps (Mist: at least all).</summary>
    public static IPeer Named(string word, double share) => word switch
    {
        "photoguard" => SignedDescent.PhotoGuard(share),
        "nightshade" => SignedDescent.Nightshade(share),
        "mist" => SignedDescent.Mist(share),
        _ => new GlazeRecipe(share),
    };
}
