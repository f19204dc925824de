using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Prover.Core.Storage;
using Prover.Service.Admission;

namespace Prover.Service.Health;

/// <summary>Healthy when Lean is ready, the store answers and the service is not shutting down.</summary>
internal sealed class ServiceHealthCheck(
    ActiveCalls calls, ToolchainReadiness readiness, IProofStore store, ILogger<ServiceHealthCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (calls.IsDraining)
        {
            return HealthCheckResult.Unhealthy("The service is shutting down.");
        }

        if (readiness.Identity is null)
        {
            readiness.TryAgain();
            return HealthCheckResult.Unhealthy("Lean is not ready.");
        }

        try
        {
            await store.GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException e)
        {
            HealthLog.StoreDoesNotAnswer(logger, e);
            return HealthCheckResult.Unhealthy("The store does not answer.");
        }
    }
}
