using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Tests.Sampling.Chat;

namespace Prover.Core.Tests.Sampling;

public sealed class CombinedSamplerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Samplers_take_turns()
    {
        var combined = new CombinedSampler(new Counting("a"), new Counting("b"));
        var taken = await combined.SampleAsync(ChatProofSamplerTests.Problem, new SamplingRun(), Token).Take(400).Select(c => c.Origin).ToListAsync(Token);
        Assert.Equal("a+b", combined.Name);

        // Which is ready first is chance; none is left behind for good.
        Assert.All(["a", "b"], name => Assert.InRange(taken.Count(t => t == name), 20, 380));
    }

    [Fact]
    public async Task A_slow_sampler_holds_up_nobody_and_its_candidate_comes_when_it_is_ready()
    {
        var gate = new TaskCompletionSource();
        var combined = new CombinedSampler(new Counting("slow", gate.Task), new Counting("quick"));
        await using var candidates = combined.SampleAsync(ChatProofSamplerTests.Problem, new SamplingRun(), Token).GetAsyncEnumerator(Token);
        for (var i = 0; i < 50; i++)
        {
            Assert.True(await candidates.MoveNextAsync());
            Assert.Equal("quick", candidates.Current.Origin);
        }

        gate.SetResult();
        while (candidates.Current.Origin == "quick")
        {
            Assert.True(await candidates.MoveNextAsync());
        }

        Assert.Equal("slow", candidates.Current.Origin);
    }

    [Fact]
    public async Task A_sampler_is_asked_no_further_than_one_candidate_ahead()
    {
        var counting = new Counting("a");
        await using var candidates = new CombinedSampler(counting).SampleAsync(ChatProofSamplerTests.Problem, new SamplingRun(), Token).GetAsyncEnumerator(Token);
        for (var i = 1; i <= 5; i++)
        {
            await candidates.MoveNextAsync();
            Assert.InRange(counting.Made, i, i + 1);
        }
    }

    [Fact]
    public async Task Each_hears_of_its_own_candidates_only()
    {
        var finished = Channel.CreateUnbounded<FinishedCandidate>();
        var (first, second) = (new Listening("a"), new Listening("b"));
        var run = new SamplingRun { Finished = finished.Reader };
        await foreach (var candidate in new CombinedSampler(first, second).SampleAsync(ChatProofSamplerTests.Problem, run, Token))
        {
            finished.Writer.TryWrite(new FinishedCandidate(candidate, null, string.Empty));
        }

        Assert.All(new[] { first, second }, s => Assert.Equal(Enumerable.Repeat(s.Name, 3), s.Heard.Select(h => h.Candidate.Origin)));
    }

    [Fact]
    public async Task One_that_fails_does_not_end_the_others_and_is_not_hushed_up()
    {
        var taken = 0;
        var failure = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var _ in new CombinedSampler(new Failing(), new Listening("b") { Deaf = true }).SampleAsync(ChatProofSamplerTests.Problem, new SamplingRun(), Token))
            {
                taken++;
            }
        });
        Assert.Equal(3, taken);
        Assert.Contains("out of order", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Counting(string name, Task? first = null) : IProofSampler
    {
        public int Made { get; private set; }

        public string Name => name;

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await (first ?? Task.CompletedTask).WaitAsync(cancellationToken);
            while (true)
            {
                yield return new ProofCandidate($"{++Made}", name);
                await Task.Yield();
            }
        }
    }

    /// <summary>Proposes the same three times and waits each time to hear of it.</summary>
    private sealed class Listening(string name) : IProofSampler
    {
        public List<FinishedCandidate> Heard { get; } = [];

        public bool Deaf { get; init; }

        public string Name => name;

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < 3; i++)
            {
                yield return new ProofCandidate("by rfl", name);
                if (!Deaf)
                {
                    Heard.Add(await run.Finished!.ReadAsync(cancellationToken));
                }
            }
        }
    }

    private sealed class Failing : IProofSampler
    {
        public string Name => "failing";

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) => Fail();

        private static async IAsyncEnumerable<ProofCandidate> Fail()
        {
            await Task.Yield();
            foreach (var item in new[] { 1 }.Select<int, ProofCandidate>(_ => throw new IOException("out of order")))
            {
                yield return item;
            }
        }
    }
}
