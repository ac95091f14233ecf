namespace Glaze.Engine.Commands;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary><c>; did you mean "…"?</c> when a word is at most two slips from a known one, else the given ending.</summary>
    public static string Hint(string word, IEnumerable<string> known, string otherwise)
    {
        var nearest = known.Select(candidate => (candidate, Slips: Slips(word, candidate))).OrderBy(pair => pair.Slips).FirstOrDefault();
        return nearest.candidate is { } meant && nearest.Slips <= Math.Min(2, meant.Length - 1) ? $"; did you mean \"{meant}\"?" : otherwise;
    }

    // Levenshtein distance; two neighbouring letters changing places count as one slip.
    private static int Slips(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[from.Length, to.Length];
    }
}
