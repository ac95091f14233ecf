using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Onnx;

namespace Glaze.Engine.Models;

/// <summary>Reads every byte of an installed model again.</summary>
internal static class ModelVerification
{
    /// <summary>What is wrong with an installed model, as a sentence; null when nothing is.</summary>
    public static string? Problem(InstalledModel model, ModelStore store, CancellationToken cancellationToken)
    {
        var file = store.Folder.FileOf(model.Id);
        var remedy = "remove it and install it again";
        if (new FileInfo(file).Length != model.Bytes)
        {
            return $"damaged ({new FileInfo(file).Length:N0} bytes instead of {model.Bytes:N0}); {remedy}";
        }

        var hash = FileHash.Compute(file, cancellationToken);
        if (hash != model.Sha256)
        {
            return $"changed (SHA-256 {hash[..12]}… instead of {model.Sha256[..12]}…); {remedy}";
        }

        try
        {
            _ = store.Manifest.Find(model.Id)?.Kind == ModelKind.Perceptual
                ? LpipsNetwork.Open(file).ParameterCount
                : EncoderFile.OpenAll(file).Count;
            return null;
        }
        catch (InvalidModelException exception)
        {
            return exception.Message;
        }
    }
}
