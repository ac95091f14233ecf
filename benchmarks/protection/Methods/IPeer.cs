using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>A published method, toward our target and on the encoders given.</summary>
internal interface IPeer
{
    /// <summary>What tables call it.</summary>
    string Name { get; }

    /// <summary>Number of steps it takes.</summary>
    int Steps { get; }

    /// <summary>Computes its δ.</summary>
    /// <param name="subject">The picture and its target.</param>
    /// <param name="sessions">The encoders to compute on.</param>
    /// <param name="rms">The wanted root mean square of δ in levels, as a guide for the method's own bound.</param>
    /// <returns>δ, C,H,W in levels.</returns>
    float[] Compute(Subject subject, SessionPool sessions, double rms);
}
