using Grpc.Core;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Tests.Support;
using static Prover.Service.Tests.Support.Failures;

namespace Prover.Service.Tests.Calls;

public sealed class VerifyBatchSpecs
{
    [Fact]
    public async Task Every_item_is_answered_exactly_once()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = async (request, _) =>
        {
            await Task.Yield();
            return Samples.Verdict(VerdictKind.Rejected) with { Reason = request.Text };
        };

        using var call = service.Client.VerifyBatch(Batch(Enumerable.Range(0, 200).Select(i => $"{i}")), cancellationToken: Token);
        var answers = await call.ReadAll();

        Assert.Equal(200, answers.Count);
        Assert.Equal(200, answers.Select(a => a.Id).Distinct().Count());
        Assert.All(answers, a => Assert.Equal($"text of {a.Id}", a.Verdict.Reason));
    }

    [Fact]
    public async Task An_answer_comes_as_soon_as_it_is_known()
    {
        await using var service = await TestService.StartAsync();
        var slow = new TaskCompletionSource();
        service.Domain.Verify = async (request, _) =>
        {
            await (request.Text == "text of slow" ? slow.Task : Task.CompletedTask);
            return Samples.Verdict(VerdictKind.Rejected);
        };

        using var call = service.Client.VerifyBatch(Batch(["slow", "quick"]), cancellationToken: Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.Equal("quick", call.ResponseStream.Current.Id);
        slow.SetResult();
        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.Equal("slow", call.ResponseStream.Current.Id);
        Assert.False(await call.ResponseStream.MoveNext(Token));
    }

    [Fact]
    public async Task No_more_items_are_judged_at_once_than_keep_the_checker_busy()
    {
        await using var service = await TestService.StartAsync(new FakeDomain { Parallelism = 2 });
        var (inside, most) = (0, 0);
        var (enough, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, _) =>
        {
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            if (now == 4)
            {
                enough.TrySetResult();
            }

            await go.Task;
            Interlocked.Decrement(ref inside);
            return Samples.Verdict(VerdictKind.Rejected);
        };

        using var call = service.Client.VerifyBatch(Batch(Enumerable.Range(0, 40).Select(i => $"{i}")), cancellationToken: Token);
        await enough.Task.WaitAsync(Token);
        await service.Client.GetStatusAsync(new V1.GetStatusRequest(), cancellationToken: Token);
        go.SetResult();

        Assert.Equal(40, (await call.ReadAll()).Count);
        Assert.Equal(4, most);
    }

    [Fact]
    public async Task I_am_told_every_item_that_is_no_good()
    {
        await using var service = await TestService.StartAsync();
        var request = Batch(["a", "a", ""]);
        request.Items.Add(new V1.VerifyBatchItem { Id = "b", Request = new V1.VerifyRequest() });
        request.Items.Add(new V1.VerifyBatchItem { Id = "c" });

        Assert.Equal(["items[1].id", "items[2].id", "items[3].request.text", "items[4].request.text"], await Refused(service, request));
    }

    [Fact]
    public async Task An_empty_batch_is_refused()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(["items"], await Refused(service, new V1.VerifyBatchRequest()));
    }

    [Fact]
    public async Task A_batch_of_too_many_items_is_refused()
    {
        await using var service = await TestService.StartAsync(options: TestService.Options with { MaxBatchItems = 2 });

        Assert.Equal(["items"], await Refused(service, Batch(["a", "b", "c"])));
    }

    [Fact]
    public async Task A_bad_statement_concerns_its_own_item_only()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (request, _) => request.Text == "text of bad"
            ? throw new InvalidStatementException("no theorem", Samples.Messages)
            : Task.FromResult(Samples.Verdict(VerdictKind.Proved));

        using var call = service.Client.VerifyBatch(Batch(["a", "bad", "b"]), cancellationToken: Token);
        var answers = (await call.ReadAll()).ToDictionary(a => a.Id);

        Assert.Equal(3, answers.Count);
        Assert.Equal(V1.VerdictKind.Proved, answers["a"].Verdict.Kind);
        Assert.Equal(V1.VerdictKind.Proved, answers["b"].Verdict.Kind);
        Assert.Equal("no theorem", answers["bad"].Error.Message);
        Assert.Equal(3, answers["bad"].Error.Messages.Count);
    }

    [Fact]
    public async Task A_full_queue_shows_in_the_items_verdict()
    {
        await using var service = await TestService.StartAsync();
        service.Domain.Verify = (_, _) => Task.FromResult(Samples.Overloaded);

        using var call = service.Client.VerifyBatch(Batch(["a"]), cancellationToken: Token);
        var answer = Assert.Single(await call.ReadAll());

        Assert.Equal(V1.VerdictKind.Infrastructure, answer.Verdict.Kind);
        Assert.True(answer.Verdict.Overloaded);
    }

    [Fact]
    public async Task A_broken_store_ends_the_batch_and_stops_what_is_outstanding()
    {
        await using var service = await TestService.StartAsync();
        var (running, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (request, token) =>
        {
            if (request.Text == "text of broken")
            {
                await running.Task;
                throw new StoreException("damaged");
            }

            running.SetResult();
            await FakeDomain.Cancellation(token);
            stopped.SetResult();
            return Samples.Verdict(VerdictKind.Cancelled);
        };

        using var call = service.Client.VerifyBatch(Batch(["broken", "other"]), cancellationToken: Token);

        await FailsWith(StatusCode.DataLoss, call.ReadAll);
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Cancelling_my_call_stops_what_runs_and_starts_no_more()
    {
        await using var service = await TestService.StartAsync(new FakeDomain { Parallelism = 1 });
        var (begun, ended) = (0, 0);
        var (full, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Domain.Verify = async (_, token) =>
        {
            if (Interlocked.Increment(ref begun) == 3)
            {
                full.SetResult();
            }

            await FakeDomain.Cancellation(token);
            if (Interlocked.Increment(ref ended) == 3)
            {
                stopped.SetResult();
            }

            return Samples.Verdict(VerdictKind.Cancelled);
        };
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);

        using var call = service.Client.VerifyBatch(Batch(Enumerable.Range(0, 9).Select(i => $"{i}")), cancellationToken: mine.Token);
        await full.Task.WaitAsync(Token);
        await mine.CancelAsync();
        await FailsWith(StatusCode.Cancelled, call.ReadAll);
        await stopped.Task.WaitAsync(Token);

        service.Calls.BeginDrain();
        await service.Calls.Drained.WaitAsync(Token);
        Assert.Equal(3, begun);
    }

    private static V1.VerifyBatchRequest Batch(IEnumerable<string> ids)
    {
        var request = new V1.VerifyBatchRequest();
        request.Items.AddRange(ids.Select(id => new V1.VerifyBatchItem { Id = id, Request = new V1.VerifyRequest { Text = $"text of {id}" } }));
        return request;
    }

    private static Task<string[]> Refused(TestService service, V1.VerifyBatchRequest request) => FieldsRefused(async () =>
    {
        using var call = service.Client.VerifyBatch(request, cancellationToken: Token);
        await call.ReadAll();
    });

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
