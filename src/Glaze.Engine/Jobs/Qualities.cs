using Glaze.Cloaking;
using Glaze.Protocol.Messages;
using Effort = Glaze.Cloaking.RenderQuality;
using Message = Glaze.Protocol.Messages.RenderQuality;

namespace Glaze.Engine.Jobs;

/// <summary>The levels of effort that people can choose. How many steps each takes is in <see cref="StepPlan"/>.</summary>
internal static class Qualities
{
    /// <summary>From the quickest to the best.</summary>
    public static IReadOnlyList<Quality> All { get; } =
    [
        new("fast", Message.Fast, Effort.Fast),
        new("balanced", Message.Balanced, Effort.Balanced),
        new("best", Message.Best, Effort.Best),
    ];

    /// <summary>What is taken when nobody chooses.</summary>
    public static Quality Default { get; } = Of(new CloakSettings().Quality);

    /// <summary>Their words on the command line.</summary>
    public static string[] Words => [.. All.Select(quality => quality.Word)];

    /// <summary>The level of a word of the command line.</summary>
    public static Quality Find(string word) => All.First(quality => quality.Word == word);

    /// <summary>The level that a message asks for.</summary>
    public static Quality Of(Message message) => All.First(quality => quality.Message == message);

    /// <summary>The level that the algorithm runs at.</summary>
    public static Quality Of(Effort algorithm) => All.First(quality => quality.Algorithm == algorithm);
}
