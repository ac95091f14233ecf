using Glaze.Inference;
using Glaze.Languages;
using Glaze.Onnx;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>Faults as sentences for the artist.</summary>
internal static class ServeTexts
{
    public static string VersionMismatch(Language language) => language["faults.VersionMismatch"];

    public static (FaultCode Code, string Sentence) Fault(Exception exception, Language language)
    {
        var cause = Failure.Cause(exception);
        return (Code(cause, exception), Sentence(cause, exception, language));
    }

    private static FaultCode Code(Exception cause, Exception exception) => cause switch
    {
        _ when Failure.IsOutOfMemory(exception) => FaultCode.OutOfMemory,
        UnknownPictureException => FaultCode.PictureUnknown,
        UnknownStyleException => FaultCode.StyleUnknown,
        UserException => FaultCode.SurrogateUnknown,
        InvalidModelException => FaultCode.ModelCorrupt,
        ProviderException => FaultCode.DeviceFailed,
        ArgumentException => FaultCode.InvalidRequest,
        _ => FaultCode.Internal,
    };

    private static string Sentence(Exception cause, Exception exception, Language language) => Code(cause, exception) switch
    {
        FaultCode.StyleUnknown => language.Format("faults.StyleUnknown", cause.Message),
        FaultCode.DeviceFailed when cause is ProviderException { Provider: ExecutionProvider.Cpu } => language["faults.ProcessorFailed"],
        var code => language[$"faults.{code}"],
    };
}
