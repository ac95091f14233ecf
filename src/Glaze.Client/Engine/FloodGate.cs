using Glaze.Protocol;

namespace Glaze.Client.Engine;

/// <summary>Counts messages and refuses more than a limit in any second.</summary>
internal sealed class FloodGate(TimeProvider time, int maxPerSecond)
{
    private long _second = time.GetTimestamp();
    private int _count;

    /// <summary>Counts one message.</summary>
    /// <exception cref="ProtocolException">It was one too many.</exception>
    public void Count()
    {
        if (time.GetElapsedTime(_second) >= TimeSpan.FromSeconds(1))
        {
            _second = time.GetTimestamp();
            _count = 0;
        }

        if (++_count > maxPerSecond)
        {
            throw new ProtocolException($"The engine sent more than {maxPerSecond} messages in a second.");
        }
    }
}
