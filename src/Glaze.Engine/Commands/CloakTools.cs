using Glaze.Engine.Jobs;

namespace Glaze.Engine.Commands;

/// <summary>What every picture of a batch is cloaked and measured with.</summary>
/// <param name="Work">The workshop.</param>
/// <param name="Request">What the command was asked for.</param>
/// <param name="Context">Its surroundings.</param>
internal sealed record CloakTools(CloakWork Work, BatchRequest Request, CommandContext Context)
{
    /// <summary>The encoders and the device.</summary>
    public WorkChoice Choice { get; } = new(Request.Surrogates, Request.Device);

    /// <summary>All treatments for a report, the quick four for the terminal alone.</summary>
    public bool IsAuditFull => Request.ReportPath is not null;
}
