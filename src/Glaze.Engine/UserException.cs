namespace Glaze.Engine;

/// <summary>Something the user can act on: one sentence that names the thing and the remedy.</summary>
internal sealed class UserException : Exception
{
    public UserException(string sentence, bool isUsage = false, Exception? innerException = null)
        : base(sentence, innerException) => IsUsage = isUsage;

    /// <summary>Whether the command line itself is wrong (exit code 2) rather than what it names (exit code 1).</summary>
    public bool IsUsage { get; }

    /// <summary>What is wrong with a model, where one is the matter.</summary>
    public Models.ModelTrouble? Trouble { get; init; }
}
