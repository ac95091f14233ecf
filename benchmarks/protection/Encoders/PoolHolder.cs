using Glaze.Cloaking.Objectives;

namespace Glaze.Benchmarks.Protection.Encoders;

/// <summary>Sessions that are opened when they are first asked for.</summary>
/// <param name="open">Opens them.</param>
internal sealed class PoolHolder(Func<SessionPool> open) : IDisposable
{
    private SessionPool? _pool;

    /// <summary>The sessions.</summary>
    public SessionPool Get() => _pool ??= open();

    /// <summary>Closes them.</summary>
    public void Dispose() => _pool?.Dispose();
}
