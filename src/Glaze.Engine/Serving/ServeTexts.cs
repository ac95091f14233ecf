using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>Faults as sentences for the artist, in English and Japanese.</summary>
internal static class ServeTexts
{
    public static string VersionMismatch(string language) => Pick(
        language,
        "The plugin and its engine are of different versions; install GlazeEffect again.",
        "プラグインとエンジンのバージョンが違います。GlazeEffect を再インストールしてください。");

    public static (FaultCode Code, string Sentence) Fault(Exception exception, string language) => OfCause(Failure.Cause(exception), language);

    private static (FaultCode Code, string Sentence) OfCause(Exception exception, string language) => exception switch
    {
        _ when Failure.IsOutOfMemory(exception) => (FaultCode.OutOfMemory, Pick(
            language, "There is not enough memory for this picture; close other programs or work on a smaller copy.", "この画像に必要なメモリが足りません。ほかのプログラムを閉じるか、小さい画像で試してください。")),
        UnknownPictureException => (FaultCode.PictureUnknown, Pick(language, "The engine no longer has this picture; it is sent again.", "エンジンに画像が残っていないため、もう一度送信します。")),
        UnknownStyleException style => (FaultCode.StyleUnknown, Pick(
            language, $"There is no style named \"{style.Message}\"; choose another.", $"「{style.Message}」というスタイルはありません。別のスタイルを選んでください。")),
        UserException user => (FaultCode.SurrogateUnknown, user.Message),
        InvalidModelException => (FaultCode.ModelCorrupt, Pick(
            language, "A model file is damaged; install the model, or GlazeEffect, again.", "モデルファイルが壊れています。モデルまたは GlazeEffect を再インストールしてください。")),
        ProviderException { Provider: ExecutionProvider.Cpu } => (FaultCode.DeviceFailed, Pick(
            language, "The processor could not do this, and nothing is left to compute on; install GlazeEffect again.", "CPU でも計算できませんでした。GlazeEffect を再インストールしてください。")),
        ProviderException => (FaultCode.DeviceFailed, Pick(
            language, "The device stopped working; choose the processor as device and try again.", "計算デバイスが応答しなくなりました。デバイスに CPU を選んでもう一度試してください。")),
        ArgumentException => (FaultCode.InvalidRequest, Pick(
            language, "The engine does not accept these settings; restore the defaults and try again.", "この設定は使えません。既定値に戻してもう一度試してください。")),
        _ => (FaultCode.Internal, Pick(
            language, "Something went wrong in the engine; your picture is unchanged. Try again.", "エンジンで問題が起きました。画像は変更されていません。もう一度試してください。")),
    };

    private static string Pick(string language, string english, string japanese) => language == "ja" ? japanese : english;
}
