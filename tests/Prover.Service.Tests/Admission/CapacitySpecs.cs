using Google.Rpc;
using Grpc.Core;
using Prover.Core.Verification;
using Prover.Service.Admission;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Admission;

public sealed class CapacitySpecs
{
    [Fact]
    public async Task A_call_beyond_the_limit_is_told_when_to_try_again()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with
        {
            MaxConcurrentCalls = 1,
            RetryAfter = TimeSpan.FromSeconds(2),
        });
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, _) =>
        {
            asked.SetResult();
            await go.Task;
            return Samples.Verdict(VerdictKind.Proved);
        };

        var running = service.Client.VerifyAsync(new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);
        var e = await FailsWith(StatusCode.ResourceExhausted, async () => await service.Client.VerifyAsync(
            new V1.VerifyRequest { Text = Samples.Text }, cancellationToken: Token));
        go.SetResult();

        Assert.Equal(TimeSpan.FromSeconds(2), e.Detail<RetryInfo>().RetryDelay.ToTimeSpan());
        Assert.Equal(V1.VerdictKind.Proved, (await running).Verdict.Kind);
    }

    [Fact]
    public void A_call_that_leaves_makes_room_for_another()
    {
        using var calls = new ActiveCalls(TestService.Options with { MaxConcurrentCalls = 1 });

        Assert.Equal(Admittance.Admitted, calls.Enter());
        Assert.Equal(Admittance.Full, calls.Enter());
        calls.Leave();
        Assert.Equal(Admittance.Admitted, calls.Enter());
    }

    [Fact]
    public void A_drain_ends_with_the_last_call()
    {
        using var calls = new ActiveCalls(TestService.Options);
        calls.Enter();
        calls.Enter();
        calls.BeginDrain();

        calls.Leave();
        Assert.False(calls.Drained.IsCompleted);
        calls.Leave();
        Assert.True(calls.Drained.IsCompleted);
        Assert.Equal(Admittance.ShuttingDown, calls.Enter());
    }
}
