using System.Diagnostics;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>Sends how much of a model has arrived, at most about ten times a second.</summary>
internal sealed class ModelsReporter(FrameWriter writer, int job) : IProgress<(long Received, long Total)>
{
    private long _last;

    /// <inheritdoc/>
    public void Report((long Received, long Total) value)
    {
        if (_last == 0 || value.Received == value.Total || Stopwatch.GetElapsedTime(_last) >= TimeSpan.FromMilliseconds(100))
        {
            _last = Stopwatch.GetTimestamp();
            writer.Write(new ModelsProgress(job, value.Received, value.Total));
        }
    }
}
