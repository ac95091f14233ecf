using System.Runtime.InteropServices;
using Glaze.Inference;
using TorchSharp;

namespace Glaze.Torch;

/// <summary>Runs forward graphs with TorchSharp's tensors, on an NVIDIA card where the pack and the machine have one, else on the processor.</summary>
public sealed class TorchBackend : IModelBackend
{
    private readonly DeviceType _type;

    /// <summary>Loads libtorch.</summary>
    /// <exception cref="ProviderUnavailableException">It cannot be loaded here.</exception>
    public TorchBackend()
    {
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
            _type = torch.cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU;
        }
        catch (Exception failure) when (failure is NotSupportedException or DllNotFoundException or TypeInitializationException or ExternalException)
        {
            var cause = failure.InnerException ?? failure;
            throw new ProviderUnavailableException(ExecutionProvider.Torch, cause.Message.Split('\n')[0].TrimEnd(), failure);
        }
    }

    /// <inheritdoc/>
    public string DeviceName => $"libtorch {string.Join('.', torch.__version__.Split('.').Take(3))} on {(_type == DeviceType.CUDA ? "an NVIDIA card (CUDA)" : "the processor")}";

    /// <inheritdoc/>
    public ModelSession Open(SessionModel model, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        return TorchSession.Open(model, settings with { Provider = ExecutionProvider.Torch }, new torch.Device(_type, _type == DeviceType.CUDA ? settings.AdapterIndex : -1));
    }
}
