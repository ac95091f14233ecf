namespace Glaze.Protocol.Messages;

/// <summary>How long one stage took.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Seconds">Wall-clock seconds.</param>
public sealed record StageTiming(CloakStage Stage, double Seconds);
