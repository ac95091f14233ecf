
namespace Glaze.Protocol.Messages;

/// <summary>How far a job is. Sent at most about ten times a second.</summary>
/// <param name="Job">The job.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">How much of the whole job is done, 0 to 1, never falling.</param>
/// <param name="RemainingSeconds">Estimated seconds to the result; null while unknown.</param>
/// <param name="Device">The device now in use; null when it has not changed since the last message.</param>
public sealed record CloakProgress(int Job, CloakStage Stage, double Fraction, double? RemainingSeconds = null, DeviceUse? Device = null) : Message(FrameKind.CloakProgress)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Defined(Stage, "stage");
        Require.That(Fraction is >= 0 and <= 1, $"fraction is {Fraction}; it goes from 0 to 1.");
        Require.AtLeastZero(RemainingSeconds, "remainingSeconds");
        Device?.Validate();
    }
}
