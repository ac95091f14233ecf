namespace Glaze.Inference;

/// <summary>Runs models by other means than ONNX Runtime; lies in an optional pack beside the program.</summary>
public interface IModelBackend
{
    /// <summary>A name people recognise: the library and the device that it computes on.</summary>
    string DeviceName { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="model">What to compute.</param>
    /// <param name="settings">Threads and adapter.</param>
    /// <exception cref="ModelRejectedException">The backend lacks an operator of the model.</exception>
    /// <exception cref="ProviderUnavailableException">The backend cannot be started on this machine.</exception>
    ModelSession Open(SessionModel model, SessionSettings settings);
}
