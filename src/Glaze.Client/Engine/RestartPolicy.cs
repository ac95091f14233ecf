namespace Glaze.Client.Engine;

/// <summary>Limits restarts that nobody asked for: at most three in a minute. A request always starts the engine.</summary>
internal sealed class RestartPolicy(TimeProvider time)
{
    private const int MaxRestarts = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _restarts = new();

    /// <summary>True when another restart is allowed now; it is then counted.</summary>
    public bool TryRestart()
    {
        lock (_restarts)
        {
            while (_restarts.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window)
            {
                _restarts.Dequeue();
            }

            if (_restarts.Count >= MaxRestarts)
            {
                return false;
            }

            _restarts.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
