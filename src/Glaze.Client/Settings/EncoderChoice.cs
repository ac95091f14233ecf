using Glaze.Protocol.Messages;

namespace Glaze.Client.Settings;

/// <summary>
/// Which encoders a cloak is computed on, as settings hold it: names in order, with commas between; empty for the usual ones, which are
/// the built-in one and every small one that is installed.
/// </summary>
public static class EncoderChoice
{
    /// <summary>The names in a choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>The names; empty for the usual ones.</returns>
    public static IReadOnlyList<string> Names(string choice) =>
        (choice ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether an encoder that is ready belongs to a choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="model">The encoder.</param>
    public static bool Includes(string choice, ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var names = Names(choice);
        return model.State == ModelState.Ready && (names.Count == 0 ? !model.Full : names.Contains(model.Name, StringComparer.Ordinal));
    }

    /// <summary>A choice with an encoder more or fewer; never without any: the last one stays.</summary>
    /// <param name="choice">The choice so far.</param>
    /// <param name="models">Every encoder.</param>
    /// <param name="name">The encoder.</param>
    /// <param name="isChosen">Whether it is to belong to the choice.</param>
    /// <returns>The new choice; empty when it is the usual one.</returns>
    public static string With(string choice, IReadOnlyList<ModelDescription> models, string name, bool isChosen)
    {
        ArgumentNullException.ThrowIfNull(models);
        var chosen = models.Where(model => model.Name == name ? isChosen && model.State == ModelState.Ready : Includes(choice, model)).ToList();
        return chosen.Count == 0 ? Without(choice, models)
            : chosen.SequenceEqual(models.Where(model => Includes("", model))) ? ""
            : string.Join(',', chosen.Select(model => model.Name));
    }

    /// <summary>A choice without what cannot be used any more; the usual one when nothing is left.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="models">Every encoder.</param>
    public static string Without(string choice, IReadOnlyList<ModelDescription> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var left = Names(choice).Where(name => models.Any(model => model.Name == name && model.State == ModelState.Ready));
        return string.Join(',', left);
    }
}
