using System.Globalization;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Resources;

/// <summary>A sentence for the user that is put into words only when it is shown.</summary>
/// <param name="Key">Which sentence.</param>
/// <param name="Arguments">What fills its placeholders; a <see cref="UserText"/> or a <see cref="DeviceKind"/> among them is put into words too.</param>
public sealed record UserText(TextKey Key, params object[] Arguments)
{
    /// <summary>The sentence in a language.</summary>
    /// <param name="culture">Chooses the language, and how numbers are written.</param>
    /// <returns>The sentence, ready to show.</returns>
    public string Format(CultureInfo culture)
    {
        var arguments = Array.ConvertAll(Arguments, argument => argument switch
        {
            UserText text => text.Format(culture),
            DeviceKind kind => Language.Of(culture)[$"devices.{kind}"],
            _ => argument,
        });
        return string.Format(culture, Pattern(Key, culture), arguments);
    }

    /// <summary>Whether the other says the same with the same arguments.</summary>
    /// <param name="other">The other sentence.</param>
    /// <returns>True when it does.</returns>
    public bool Equals(UserText? other) => other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Arguments.Length);

    /// <inheritdoc/>
    public override string ToString() => Format(CultureInfo.InvariantCulture);

    /// <summary>The words of a key, placeholders unfilled.</summary>
    private static string Pattern(TextKey key, CultureInfo culture) =>
        key == TextKey.Raw ? "{0}" : Language.Of(culture)[$"messages.{key}"];
}
