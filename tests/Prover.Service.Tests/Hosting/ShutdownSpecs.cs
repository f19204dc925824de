using Grpc.Core;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Hosting;

public sealed class ShutdownSpecs
{
    private static readonly V1.VerifyRequest Request = new() { Text = Samples.Text };

    [Fact]
    public async Task A_running_call_may_finish_while_new_ones_are_refused()
    {
        await using var service = await TestService.StartAsync();
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, token) =>
        {
            asked.SetResult();
            await go.Task;
            token.ThrowIfCancellationRequested();
            return Samples.Verdict(VerdictKind.Proved);
        };
        var running = service.Client.VerifyAsync(Request, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);

        var stopping = service.Host.StopAsync(Token);
        await FailsWith(StatusCode.Unavailable, async () => await service.Client.VerifyAsync(Request, cancellationToken: Token));
        Assert.False(stopping.IsCompleted);
        go.SetResult();

        Assert.Equal(V1.VerdictKind.Proved, (await running).Verdict.Kind);
        await stopping;
    }

    [Fact]
    public async Task A_call_that_outlasts_the_grace_is_told_that_it_was_cancelled()
    {
        await using var service = await WithoutGrace();
        var asked = new TaskCompletionSource();
        service.Domain.Verify = async (_, token) =>
        {
            asked.SetResult();
            await FakeDomain.Cancellation(token);
            return Samples.Verdict(VerdictKind.Cancelled);
        };
        var running = service.Client.VerifyAsync(Request, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);

        await service.Host.StopAsync(Token);

        Assert.Equal(V1.VerdictKind.Cancelled, (await running).Verdict.Kind);
    }

    [Fact]
    public async Task A_call_that_breaks_off_at_the_end_of_the_grace_is_told_so_too()
    {
        await using var service = await WithoutGrace();
        var asked = new TaskCompletionSource();
        service.Domain.Verify = async (_, token) =>
        {
            asked.SetResult();
            await FakeDomain.Cancellation(token);
            throw new OperationCanceledException(token);
        };
        var running = service.Client.VerifyAsync(Request, cancellationToken: Token);
        await asked.Task.WaitAsync(Token);

        await service.Host.StopAsync(Token);

        await FailsWith(StatusCode.Unavailable, async () => await running);
    }

    [Fact]
    public async Task Every_item_of_a_batch_is_answered_even_then()
    {
        await using var service = await WithoutGrace(new FakeDomain { Parallelism = 1 });
        var asked = new TaskCompletionSource();
        service.Domain.Verify = async (_, token) =>
        {
            asked.TrySetResult();
            await FakeDomain.Cancellation(token);
            return Samples.Verdict(VerdictKind.Cancelled);
        };
        var batch = new V1.VerifyBatchRequest();
        batch.Items.AddRange(Enumerable.Range(0, 20).Select(i => new V1.VerifyBatchItem { Id = $"{i}", Request = Request }));
        using var call = service.Client.VerifyBatch(batch, cancellationToken: Token);
        var answers = call.ReadAll();
        await asked.Task.WaitAsync(Token);

        await service.Host.StopAsync(Token);

        Assert.Equal(Enumerable.Range(0, 20), (await answers).Select(a => int.Parse(a.Id)).Order());
        Assert.All(await answers, a => Assert.Equal(V1.VerdictKind.Cancelled, a.Verdict.Kind));
    }

    [Fact]
    public async Task A_search_ends_with_a_result_even_then()
    {
        await using var service = await WithoutGrace();
        var stopped = new TaskCompletionSource();
        service.Domain.Prove = (_, token) => FakeDomain.UntilCancelled(stopped, [Samples.Started], token);
        using var call = service.Client.Prove(new V1.ProveRequest { Statement = "theorem one : 1 = 1" }, cancellationToken: Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));

        var rest = call.ReadAll();
        await service.Host.StopAsync(Token);

        Assert.Equal(V1.VerdictKind.Cancelled, Assert.Single(await rest).Result.Verdict.Kind);
    }

    private static Task<TestService> WithoutGrace(FakeDomain? domain = null) =>
        TestService.StartAsync(domain, TestService.Options with { ShutdownGrace = TimeSpan.Zero });
}
