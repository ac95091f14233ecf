using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>The one place where failures of native calls become this project's exceptions.</summary>
internal static partial class NativeErrors
{
    private const string OutOfMemoryText = "memory ran out";

    // winerror.h: statuses after which a device, and every session on it, is gone.
    private static readonly (string Code, string Text)[] LostStatuses =
    [
        ("887A0005", "the graphics device was removed"),
        ("887A0006", "the graphics device hung"),
        ("887A0007", "the graphics device was reset"),
        ("887A0020", "the graphics driver failed"),
        ("8007000E", OutOfMemoryText),
    ];

    private static readonly string[] OutOfMemoryWords =
    [
        "out of memory", "bad allocation", "bad_alloc", "failed to allocate memory", "not enough memory", "cannot allocate memory",
        "failed to map segment", "OutOfMemory", OutOfMemoryText,
    ];

    private static readonly string[] LostWords = ["device lost", "device was lost", "device is lost", "device removed"];

    private static readonly string[] BadModelCodes =
        ["[ErrorCode:InvalidProtobuf]", "[ErrorCode:InvalidGraph]", "[ErrorCode:NoModel]"];

    /// <summary>Runs a call that starts a provider or creates a session on it.</summary>
    public static T Starting<T>(ExecutionProvider provider, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception failure) when (IsNative(failure))
        {
            throw AtStart(provider, failure);
        }
    }

    /// <summary>Runs a call on a working session.</summary>
    public static void Running(ExecutionProvider provider, Action call, CancellationToken cancellation)
    {
        try
        {
            call();
        }
        catch (Exception failure) when (IsNative(failure))
        {
            cancellation.ThrowIfCancellationRequested();
            throw UnderWay(provider, failure);
        }
    }

    /// <summary>What a failure to start means.</summary>
    internal static Exception AtStart(ExecutionProvider provider, Exception failure)
    {
        var reason = Reason(failure);
        if (failure is OnnxRuntimeException
            && (Array.Exists(BadModelCodes, code => failure.Message.StartsWith(code, StringComparison.Ordinal))
                || (provider == ExecutionProvider.Cpu && LossOf(failure.Message) is null)))
        {
            return new ModelRejectedException(reason, failure);
        }

        return new ProviderUnavailableException(provider, reason, failure);
    }

    /// <summary>What a failure under way means. On a graphics device any failure counts as its loss: the next provider may do better.</summary>
    internal static Exception UnderWay(ExecutionProvider provider, Exception failure)
    {
        if (LossOf(failure.Message) is { } loss)
        {
            return new ProviderLostException(provider, loss.Code, loss.Text, failure);
        }

        return provider == ExecutionProvider.Cpu
            ? new ModelRejectedException(Reason(failure), failure)
            : new ProviderLostException(provider, StatusIn(failure.Message) ?? "Failed", Reason(failure), failure);
    }

    /// <summary>Whether a message of the runtime's, the system's or ours says that memory ran out.</summary>
    internal static bool IsOutOfMemory(string message) => LossOf(message)?.Text == OutOfMemoryText;

    private static (string Code, string Text)? LossOf(string message)
    {
        foreach (var status in LostStatuses)
        {
            if (message.Contains(status.Code, StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        if (ContainsAny(message, OutOfMemoryWords))
        {
            return ("OutOfMemory", OutOfMemoryText);
        }

        return ContainsAny(message, LostWords) ? ("DeviceLost", "the graphics device was lost") : null;
    }

    private static bool ContainsAny(string message, string[] words) =>
        Array.Exists(words, word => message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsNative(Exception failure) => failure is OnnxRuntimeException or SEHException
        or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException
        or TypeInitializationException or NotSupportedException;

    // "[ErrorCode:Fail] text" without its tag, on one line.
    private static string Reason(Exception failure)
    {
        var root = failure is TypeInitializationException { InnerException: { } inner } ? inner : failure;
        return LineBreaks().Replace(ErrorTag().Replace(root.Message, string.Empty), " ").Trim();
    }

    private static string? StatusIn(string message) =>
        HResult().Match(message) is { Success: true } match ? match.Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"^\[ErrorCode:\w+\] ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorTag();

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\b8[0-9A-Fa-f]{7}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HResult();
}
