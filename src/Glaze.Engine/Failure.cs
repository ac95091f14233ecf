using System.Reflection;
using Glaze.Inference;

namespace Glaze.Engine;

/// <summary>What lies behind an exception.</summary>
internal static class Failure
{
    /// <summary>The first exception that is not just the wrapping of parallel work, reflection or a type's start.</summary>
    public static Exception Cause(Exception exception)
    {
        while (exception is AggregateException or TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>Whether memory ran out, however deep that is hidden.</summary>
    public static bool IsOutOfMemory(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutOfMemoryException or ProviderException { IsOutOfMemory: true } || IsLibraryWithoutRoom(cause))
            {
                return true;
            }
        }

        return false;
    }

    // What the system's loader says when a library is too large for the memory that is left.
    private static bool IsLibraryWithoutRoom(Exception exception) =>
        exception is DllNotFoundException && exception.Message.Contains("failed to map segment", StringComparison.Ordinal);
}
