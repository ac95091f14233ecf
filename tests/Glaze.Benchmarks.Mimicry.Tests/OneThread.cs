using System.Runtime.CompilerServices;
using TorchSharp;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Glaze.Benchmarks.Mimicry.Tests;

/// <summary>libtorch's threads wait for each other without sleeping: on a busy machine many of them make seconds into minutes.</summary>
internal static class OneThread
{
    [ModuleInitializer]
    internal static void Set() => torch.set_num_threads(1);
}
