namespace Glaze.Protocol.Messages;

/// <summary>An encoder that cloaks can be computed on.</summary>
/// <param name="Name">The name used in requests and on the command line.</param>
/// <param name="Family">The family of models it stands for, in words an artist knows.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="BuiltIn">True for what is part of the program: neither fetched nor removed.</param>
/// <param name="Full">True for a full encoder: many times slower, used only when asked for by name.</param>
/// <param name="Bytes">Size of its file; null when not published.</param>
/// <param name="Received">Bytes that have arrived of one fetched in part; else 0.</param>
/// <param name="Licence">Name and holder of its licence; null when not known.</param>
/// <param name="LicenceUrl">Where the licence's text is; null when not known.</param>
/// <param name="Host">Who serves the file; null when nobody does.</param>
public sealed record ModelDescription(
    string Name,
    string Family,
    ModelState State,
    bool BuiltIn = false,
    bool Full = false,
    long? Bytes = null,
    long Received = 0,
    string? Licence = null,
    string? LicenceUrl = null,
    string? Host = null)
{
    internal void Validate()
    {
        Require.Name(Name, "models.name");
        Require.Name(Family, "models.family");
        Require.Defined(State, "models.state");
        Require.That(Bytes is null or >= 0 && Received >= 0, "models.bytes and models.received are 0 or more.");
        Require.Name(Licence ?? string.Empty, "models.licence");
        Require.Name(LicenceUrl ?? string.Empty, "models.licenceUrl");
        Require.Name(Host ?? string.Empty, "models.host");
    }
}
