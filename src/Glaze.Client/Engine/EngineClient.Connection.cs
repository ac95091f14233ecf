namespace Glaze.Client.Engine;

/// <summary>Which process serves: starting, losing, replacing it, and the state all that shows.</summary>
public sealed partial class EngineClient
{
    // The engine ignored a cancel: the caller is released now, the engine replaced behind its back.
    private void Abandon(EngineConnection connection, EngineJob job)
    {
        job.Cancel();
        if (connection.End(new OperationCanceledException("The engine did not confirm a cancellation in time.")))
        {
            Forget(connection);
            RestartInBackground();
        }
    }

    private Task<EngineConnection> ConnectAsync()
    {
        EngineConnection? stubborn = null;
        Task<EngineConnection> connecting;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (Current is { } current)
            {
                if (current.UnansweredJobs < MaxUnansweredJobs)
                {
                    return _connecting!;
                }

                stubborn = current;
            }
            else if (_connecting is { IsCompleted: false })
            {
                return _connecting;
            }

            var stop = _stopOpening = new CancellationTokenSource();
            connecting = _connecting = Task.Run(() => OpenAsync(stop.Token));
        }

        stubborn?.End(new OperationCanceledException("The engine left too many cancelled jobs unanswered."));
        return connecting;
    }

    private async Task<EngineConnection> OpenAsync(CancellationToken cancellationToken)
    {
        SetState(EngineState.Starting);
        try
        {
            return await EngineConnection.OpenAsync(_options, OnLost, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _ = Task.Run(SettleState, CancellationToken.None);
        }
    }

    private void OnLost(EngineConnection connection, Exception cause)
    {
        Forget(connection);
        if (cause is EngineHungException)
        {
            RestartInBackground();
        }
    }

    private void Forget(EngineConnection connection)
    {
        lock (_lock)
        {
            if (_connecting is { IsCompletedSuccessfully: true } task && task.Result == connection)
            {
                _connecting = null;
            }
        }

        SettleState();
    }

    private void RestartInBackground()
    {
        lock (_lock)
        {
            if (_isDisposed || !_restarts.TryRestart())
            {
                return;
            }
        }

        // Nobody waits for it: a failure shows again, and is told, at the next request.
        _ = ConnectAsync().ContinueWith(task => task.Exception, TaskScheduler.Default);
        ArmIdleTimer();
    }

    private void SettleState()
    {
        EngineState state;
        lock (_lock)
        {
            state = _connecting switch
            {
                { IsCompleted: false } => EngineState.Starting,
                { IsCompletedSuccessfully: true, Result.IsAlive: true } => EngineState.Running,
                _ => EngineState.Stopped,
            };
        }

        SetState(state);
    }

    private void SetState(EngineState state)
    {
        if (State != state)
        {
            State = state;
            StateChanged?.Invoke(this, EventArgs.Empty);
        }
    }
}
