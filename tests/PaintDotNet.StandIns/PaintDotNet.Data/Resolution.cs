namespace PaintDotNet;

public readonly struct Resolution
{
    internal Resolution(double x, double y, MeasurementUnit units)
    {
        X = x;
        Y = y;
        Units = units;
    }

    public double X { get; }

    public double Y { get; }

    public MeasurementUnit Units { get; }
}
