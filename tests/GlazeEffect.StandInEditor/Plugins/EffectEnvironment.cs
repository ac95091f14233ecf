using GlazeEffect.StandInEditor.Documents;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>The document as an effect sees it; the layers' pixels are copied, so a running effect cannot disturb them.</summary>
internal sealed class EffectEnvironment : RefTrackedObject, IBitmapEffectEnvironment
{
    private readonly DocumentInfo _document;
    private readonly SelectionInfo _selection;

    public EffectEnvironment(PictureDocument document, IImagingFactory imagingFactory)
    {
        ImagingFactory = imagingFactory;
        SourceLayerIndex = document.ActiveLayer;
        _document = new DocumentInfo(document);
        _selection = new SelectionInfo(document);
    }

    public float BrushSize => 2;

    public IBitmapEffectDocumentInfo Document => _document;

    public IImagingFactory ImagingFactory { get; }

    public IBitmapEffectSelectionInfo Selection => _selection;

    public int SourceLayerIndex { get; }

    public ManagedColor PrimaryColor => throw new NotSupportedException();

    public ManagedColor SecondaryColor => throw new NotSupportedException();

    IEffectDocumentInfo IEffectEnvironment.Document => _document;

    IEffectSelectionInfo IEffectEnvironment.Selection => _selection;
}
