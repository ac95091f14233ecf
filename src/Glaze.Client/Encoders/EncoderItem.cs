using Glaze.Client.Resources;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Encoders;

/// <summary>An encoder as the panel shows it.</summary>
/// <param name="Model">What the engine says of it.</param>
/// <param name="IsChosen">Whether cloaks are computed on it.</param>
/// <param name="State">Its state, in words.</param>
/// <param name="About">Its size, licence and where it comes from, in words.</param>
public sealed record EncoderItem(ModelDescription Model, bool IsChosen, UserText State, UserText About)
{
    /// <summary>Whether it can be chosen.</summary>
    public bool CanChoose => Model.State == ModelState.Ready;

    /// <summary>Whether it can be fetched over the network.</summary>
    public bool CanInstall => Model.State is ModelState.Available or ModelState.Partial;

    /// <summary>Whether there is something to remove: the encoder, or what arrived of it.</summary>
    public bool CanRemove => !Model.BuiltIn && Model.State is ModelState.Ready or ModelState.Partial or ModelState.Damaged;

    /// <summary>Whether its bytes can be checked.</summary>
    public bool CanVerify => !Model.BuiltIn && Model.State is ModelState.Ready or ModelState.Damaged;
}
