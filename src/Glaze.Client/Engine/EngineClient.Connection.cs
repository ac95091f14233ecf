namespace Glaze.Client.Engine;

/// <summary>Which process serves: starting, losing, replacing it, and the state all that shows.</summary>
public sealed partial class EngineClient
{
    // The engine ignored a cancel: the caller is released now, the engine replaced behind its back.
    private void Abandon(EngineConnection connection, EngineJob job)
    {
        if (job.Answer.IsCompleted)
        {
            return;
        }

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

        SettleState();
        Background.Watch(connecting.ContinueWith(
            ended =>
            {
                // Whoever waits is told; where nobody does, the next request fails the same way.
                _ = ended.Exception;
                SettleState();
            },
            TaskScheduler.Default));
        stubborn?.End(new OperationCanceledException("The engine left too many cancelled jobs unanswered."));
        return connecting;
    }

    private async Task<EngineConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await EngineConnection.OpenAsync(_options, OnLost, cancellationToken).ConfigureAwait(false);
        LastWelcome = connection.Welcome;
        return connection;
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
        Background.Run(async () =>
        {
            await ConnectAsync().ConfigureAwait(false);
            ArmIdleTimer();
        });
    }

    // Closing and counting go together: a request that has been counted is never cut off by the idle limit.
    private Task StopIfIdleAsync()
    {
        Task<EngineConnection>? connecting;
        lock (_lock)
        {
            if (_activeRequests > 0)
            {
                return Task.CompletedTask;
            }

            connecting = Detach();
        }

        return StopAsync(connecting);
    }

    // Under the lock. The next request will find no engine, and start one.
    private Task<EngineConnection>? Detach()
    {
        var connecting = _connecting;
        _connecting = null;
        _stopping += connecting is null ? 0 : 1;
        return connecting;
    }

    private async Task StopAsync(Task<EngineConnection>? connecting)
    {
        if (connecting is null)
        {
            return;
        }

        try
        {
            SettleState();
            var connection = await connecting.ConfigureAwait(false);
            await connection.StopAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || IsEngineFailure(exception))
        {
            // It never came up: nothing is left to stop.
        }
        finally
        {
            lock (_lock)
            {
                _stopping--;
            }

            SettleState();
        }
    }

    private void SettleState()
    {
        lock (_lock)
        {
            var state = _connecting switch
            {
                { IsCompleted: false } => EngineState.Starting,
                { IsCompletedSuccessfully: true, Result.IsAlive: true } => EngineState.Running,
                _ => _stopping > 0 ? EngineState.Stopping : EngineState.Stopped,
            };
            if (State == state)
            {
                return;
            }

            State = state;
        }

        Background.Guard(() => StateChanged?.Invoke(this, EventArgs.Empty));
    }
}
