namespace Glaze.Engine;

/// <summary>Passes progress on at once, on the thread that reports it.</summary>
internal sealed class SynchronousProgress<T>(Action<T> action) : IProgress<T>
{
    public void Report(T value) => action(value);
}
