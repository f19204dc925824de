using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Service.Health;

/// <summary>Makes Lean ready when the service starts, without holding up the start, and knows how that went.</summary>
internal sealed class ToolchainReadiness(ILeanChecker checker, ILogger<ToolchainReadiness> logger) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<ToolchainIdentity?> _attempt = Task.FromResult<ToolchainIdentity?>(null);

    /// <summary>Which Lean is ready; null while none is.</summary>
    public ToolchainIdentity? Identity => Attempt is { IsCompletedSuccessfully: true } done ? done.Result : null;

    /// <summary>The latest attempt; null when it failed.</summary>
    internal Task<ToolchainIdentity?> Attempt
    {
        get
        {
            lock (_gate)
            {
                return _attempt;
            }
        }
    }

    /// <summary>Begins an attempt unless one runs or has succeeded. Health checks call it, so a failure heals.</summary>
    public void TryAgain()
    {
        lock (_gate)
        {
            if (_attempt.IsCompleted && _attempt.Result is null)
            {
                _attempt = PrepareAsync();
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        TryAgain();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        // A checker that does not heed its token must not hold up the shutdown.
        await ((Task)Attempt).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();

    private async Task<ToolchainIdentity?> PrepareAsync()
    {
        await Task.Yield();
        try
        {
            var identity = await checker.GetIdentityAsync(_stop.Token).ConfigureAwait(false);
            HealthLog.ToolchainReady(logger, identity);
            return identity;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            HealthLog.ToolchainNotReady(logger, e);
            return null;
        }
    }
}
