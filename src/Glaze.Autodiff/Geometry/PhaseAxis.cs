namespace Glaze.Autodiff.Geometry;

/// <summary>
/// One axis of a strided convolution's adjoint. Forward, y[o] takes x[s·o + k − p] for k = 0 … K − 1. So x[s·u + b] collects
/// W[k]·dy[o] with s·o = s·u + b + p − k: for each phase b a short convolution over dy around u.
/// </summary>
/// <param name="Stride">Stride s.</param>
/// <param name="Padding">Padding p before the axis.</param>
/// <param name="First">Smallest offset o − u used by any phase.</param>
/// <param name="Taps">Number of offsets from the smallest to the largest.</param>
/// <param name="PadBefore">Zeros that dy needs in front; negative to crop.</param>
/// <param name="PadAfter">Zeros that dy needs behind; negative to crop.</param>
internal sealed record PhaseAxis(int Stride, long Padding, long First, int Taps, long PadBefore, long PadAfter)
{
    /// <summary>The axis for phases <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static PhaseAxis Plan(long stride, long kernel, long padding, long input, long output, int from, int to)
    {
        // Offset o − u = (b + p − k) / s is largest at the largest b and k's smallest fitting tap, and the other way round.
        var first = FloorDivide(from + padding - kernel + stride, stride);

        // A stride longer than the kernel leaves phases without a tap; one tap of zeros serves them.
        var last = Math.Max(first, FloorDivide(to + padding, stride));
        var count = (input + stride - 1) / stride;
        return new PhaseAxis((int)stride, padding, first, (int)(last - first + 1), -first, count - 1 + last - (output - 1));
    }

    /// <summary>The kernel element that phase <paramref name="phase"/> applies at tap <paramref name="tap"/>; outside the kernel where there is none.</summary>
    public int KernelIndex(int phase, int tap) => (int)(phase + Padding - (Stride * (First + tap)));

    private static long FloorDivide(long value, long divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;
}
