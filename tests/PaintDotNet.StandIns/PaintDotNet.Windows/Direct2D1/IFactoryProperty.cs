namespace PaintDotNet.Direct2D1;

public interface IFactoryProperty : IInternalImpl
{
}
