namespace PaintDotNet.AppModel;

public interface IDxgiAdapterService : IInternalImpl
{
}
