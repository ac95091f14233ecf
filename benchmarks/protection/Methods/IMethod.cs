using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>A way to cloak, comparable at any visibility.</summary>
internal interface IMethod
{
    /// <summary>What tables call it.</summary>
    string Name { get; }

    /// <summary>Computes a cloak.</summary>
    /// <param name="subject">The picture and its target.</param>
    /// <param name="sessions">The encoders to compute on.</param>
    /// <param name="rms">The wanted root mean square of δ in levels, as a guide for the method's own bound.</param>
    /// <returns>The cloaked picture at a strength; 1 is the method's own.</returns>
    Func<double, PixelBuffer> Compute(Subject subject, SessionPool sessions, double rms);
}
