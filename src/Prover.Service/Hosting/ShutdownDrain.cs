using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prover.Service.Admission;

namespace Prover.Service.Hosting;

/// <summary>Lets running calls finish before the server goes: from the first sign of a shutdown new calls are refused and
/// health says so; when the grace is over, what still runs is cancelled and has a moment to tell its client.</summary>
internal sealed class ShutdownDrain(
    ActiveCalls calls,
    ProverServiceOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ShutdownDrain> logger) : IHostedLifecycleService, IDisposable
{
    /// <summary>What cancelled calls get to say goodbye.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private CancellationTokenRegistration _onStopping;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _onStopping = lifetime.ApplicationStopping.Register(calls.BeginDrain);
        return Task.CompletedTask;
    }

    /// <summary>Runs before the server stops to listen.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Also ends the watchers of health, which would hold up the server.
        lifetime.StopApplication();
        calls.BeginDrain();
        HostLog.Draining(logger, options.ShutdownGrace);
        try
        {
            await calls.Drained.WaitAsync(options.ShutdownGrace, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostLog.GraceExpired(logger);
            calls.CancelRemaining();
            try
            {
                await calls.Drained.WaitAsync(Farewell, time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                HostLog.CallsLeft(logger);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _onStopping.Dispose();
}
