using PaintDotNet.Dxgi;

namespace PaintDotNet.AppModel;

public interface IDxgiAdapterService2 : IDxgiAdapterService, IInternalImpl
{
    SafeDxgiAdapter GetRenderingAdapter();
}
