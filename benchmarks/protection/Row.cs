using System.Globalization;

namespace Glaze.Benchmarks.Protection;

/// <summary>One line of the result file.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Style">Its target style.</param>
/// <param name="Method">The method.</param>
/// <param name="EqualIn">What all methods were made equal in: psnr or butteraugli.</param>
/// <param name="Psnr">PSNR in dB.</param>
/// <param name="Butteraugli">butteraugli 3-norm.</param>
/// <param name="Encoder">The judging encoder.</param>
/// <param name="Used">Whether the cloak was computed on that encoder.</param>
/// <param name="Purifier">The purifier, or none.</param>
/// <param name="Shift">The shift.</param>
internal sealed record Row(
    string Picture, string Style, string Method, string EqualIn, double Psnr, double Butteraugli, string Encoder, bool Used, string Purifier, double Shift)
{
    public const string Header = "picture,style,method,equal_in,psnr,butteraugli,encoder,used,purifier,shift";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Picture},{Style},{Method},{EqualIn},{Psnr:F2},{Butteraugli:F4},{Encoder},{(Used ? 1 : 0)},{Purifier},{Shift:F5}");
}
