namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>One convolution of a backbone, followed by ReLU.</summary>
/// <param name="Slice">The stretch between two taps it belongs to, 1 to 5.</param>
/// <param name="Index">Its position in the published network.</param>
/// <param name="Kernel">Kernel side.</param>
/// <param name="Stride">Step.</param>
/// <param name="Padding">Zeros on every side.</param>
/// <param name="PoolBefore">Window of the maximum pooling (stride 2) before it, or 0.</param>
/// <param name="IsTapped">Whether its ReLU's output is compared.</param>
internal sealed record LpipsConvolution(int Slice, int Index, int Kernel = 3, int Stride = 1, int Padding = 1, int PoolBefore = 0, bool IsTapped = false);
