using Glaze.Cloaking;

namespace Glaze.Engine.Jobs;

/// <summary>A level of effort in everybody's words.</summary>
/// <param name="Word">On the command line and in reports.</param>
/// <param name="Message">In messages.</param>
/// <param name="Algorithm">To the algorithm.</param>
internal sealed record Quality(string Word, Protocol.Messages.RenderQuality Message, RenderQuality Algorithm);
