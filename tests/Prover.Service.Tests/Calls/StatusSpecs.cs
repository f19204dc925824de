using Prover.Core.Lean;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Calls;

public sealed class StatusSpecs
{
    [Fact]
    public async Task I_can_see_how_busy_the_service_is()
    {
        await using var service = await TestService.StartAsync();
        await service.PreparedAsync();

        var status = await service.Client.GetStatusAsync(new V1.GetStatusRequest(), cancellationToken: Token);

        Assert.Equal(
            new V1.Status.Types.Pool
            {
                Workers = 4,
                Busy = 3,
                Spares = 1,
                Queued = 7,
                QueueCapacity = 64,
                MemoryBytes = 1_000_000,
                Checks = 90,
                Restarts = 2,
            },
            status.Pool);
        Assert.Equal(new V1.Status.Types.Store { Problems = 1, Attempts = 2, Verdicts = 3, Proofs = 4 }, status.Store);
        Assert.Equal(new V1.Toolchain { Kind = "native", LeanVersion = "4.28.0", Hash = "00ff", HasMathlib = true }, status.Toolchain);
        Assert.StartsWith("0.1.0", status.Version, StringComparison.Ordinal);
        Assert.True(status.Uptime.ToTimeSpan() > TimeSpan.Zero);
    }

    [Fact]
    public async Task I_need_not_wait_for_lean_to_see_the_status()
    {
        var ready = new TaskCompletionSource<ToolchainIdentity>();
        await using var service = await TestService.StartAsync(new FakeDomain { Identity = () => ready.Task });

        var status = await service.Client.GetStatusAsync(new V1.GetStatusRequest(), cancellationToken: Token);

        Assert.Null(status.Toolchain);
        ready.SetResult(Samples.Toolchain);
    }
}
