using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffectEnvironment : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    float BrushSize { get; }

    IEffectDocumentInfo Document { get; }

    IEffectSelectionInfo Selection { get; }

    int SourceLayerIndex { get; }
}
