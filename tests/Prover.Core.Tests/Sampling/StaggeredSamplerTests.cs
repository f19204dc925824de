using System.Runtime.CompilerServices;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Tests.Sampling;

public class StaggeredSamplerTests
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Problem AnyProblem { get; } =
        new() { Name = "t", Statement = TheoremStatement.Parse("theorem t : True"), Goal = "⊢ True", Fingerprint = "f" };

    [Fact]
    public async Task The_second_begins_when_the_first_has_no_more_ideas()
    {
        var sampler = new StaggeredSampler(new Listed("a", 3), new Listed("b", 2), Never);

        var origins = await sampler.SampleAsync(AnyProblem, new SamplingRun(), Stop).Select(c => c.Origin).ToListAsync(Stop);

        Assert.Equal(["a1", "a2", "a3", "b1", "b2"], origins);
        Assert.Equal("a, then b", sampler.Name);
    }

    [Fact]
    public async Task After_the_head_start_a_slow_first_keeps_the_second_waiting_no_longer()
    {
        var slow = new Stuck();
        var sampler = new StaggeredSampler(slow, new Listed("b", 1), TimeSpan.Zero);

        await using var candidates = sampler.SampleAsync(AnyProblem, new SamplingRun(), Stop).GetAsyncEnumerator(Stop);

        Assert.True(await candidates.MoveNextAsync());
        Assert.Equal("b1", candidates.Current.Origin);
        Assert.False(slow.HasEnded);
    }

    [Fact]
    public async Task The_head_start_is_what_the_checks_have_cost()
    {
        var run = new SamplingRun();
        await using var candidates = new StaggeredSampler(new Stuck(), new Listed("b", 1), TimeSpan.FromSeconds(2)).SampleAsync(AnyProblem, run, Stop).GetAsyncEnumerator(Stop);
        var next = candidates.MoveNextAsync().AsTask();

        run.Meter.Add(TimeSpan.FromSeconds(1));
        Assert.False(next.IsCompleted);
        run.Meter.Add(TimeSpan.FromSeconds(1));

        Assert.True(await next);
        Assert.Equal("b1", candidates.Current.Origin);
    }

    [Fact]
    public async Task An_infinite_head_start_ends_with_the_first()
    {
        var run = new SamplingRun();
        var slow = new Stuck();
        await using var candidates = new StaggeredSampler(slow, new Listed("b", 1), Timeout.InfiniteTimeSpan).SampleAsync(AnyProblem, run, Stop).GetAsyncEnumerator(Stop);
        var next = candidates.MoveNextAsync().AsTask();

        run.Meter.Add(TimeSpan.FromDays(1));
        Assert.False(next.IsCompleted);
        slow.End();

        Assert.True(await next);
        Assert.Equal("b1", candidates.Current.Origin);
    }

    [Fact]
    public async Task A_first_that_fails_lets_the_second_begin_and_its_failure_is_told()
    {
        var sampler = new StaggeredSampler(new Failing(), new Listed("b", 1), Never);
        var origins = new List<string>();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var candidate in sampler.SampleAsync(AnyProblem, new SamplingRun(), Stop))
            {
                origins.Add(candidate.Origin);
            }
        });

        Assert.Equal("broken", failure.Message);
        Assert.Equal(["b1"], origins);
    }

    [Fact]
    public async Task A_cancelled_run_waits_for_neither()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var candidates = new StaggeredSampler(new Stuck(), new Listed("b", 1), Never)
            .SampleAsync(AnyProblem, new SamplingRun(), cancel.Token).GetAsyncEnumerator(cancel.Token);
        var next = candidates.MoveNextAsync().AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private sealed class Listed(string name, int count) : IProofSampler
    {
        public string Name => name;

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            Enumerable.Range(1, count).Select(i => new ProofCandidate($"by skip -- {i}", $"{name}{i}")).ToAsyncEnumerable();
    }

    private sealed class Stuck : IProofSampler
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasEnded { get; private set; }

        public string Name => "stuck";

        public void End() => _end.SetResult();

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                await _end.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                HasEnded = true;
            }

            yield break;
        }
    }

    private sealed class Failing : IProofSampler
    {
        public string Name => "failing";

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("broken");
    }
}
