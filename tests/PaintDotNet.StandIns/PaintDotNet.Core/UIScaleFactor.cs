namespace PaintDotNet;

public readonly struct UIScaleFactor : IEquatable<UIScaleFactor>, IComparable<UIScaleFactor>
{
    private readonly int _dpi;

    internal UIScaleFactor(int dpi) => _dpi = dpi;

    public static UIScaleFactor Current => new(CurrentDpi);

    public int Dpi => _dpi == 0 ? 96 : _dpi;

    public double Scale => Dpi / 96.0;

    internal static int CurrentDpi { get; set; } = 96;

    public int ConvertDipsToPixelsInt(int dips) => (int)Math.Round(dips * Scale);

    public int CompareTo(UIScaleFactor other) => Dpi.CompareTo(other.Dpi);

    public bool Equals(UIScaleFactor other) => Dpi == other.Dpi;

    public override bool Equals(object? obj) => obj is UIScaleFactor other && Equals(other);

    public override int GetHashCode() => Dpi;
}
