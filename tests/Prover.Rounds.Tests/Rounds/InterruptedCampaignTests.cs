using System.Globalization;
using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Core.Memory;
using Prover.Rounds.Hooks;
using Prover.Rounds.Provers;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.Dummy;
using Prover.Tests.Support;

namespace Prover.Rounds.Tests.Rounds;

public sealed class InterruptedCampaignTests : IDisposable
{
    private const int Rounds = 3;
    private const int Variants = 2;

    private static readonly CampaignSettings Settings = PlayedCampaign.Settings(Rounds) with { Variants = Variants };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_campaign_killed_eight_times_at_random_moments_equals_one_that_was_not(int seed)
    {
        await PlayedCampaign.RunAsync(_folder["whole"], Settings, cancellationToken: Stop);
        var random = new Random(seed);
        for (var kill = 0; kill < 8; kill++)
        {
            using var process = Start();
            await process.ReadAsync(random.Next(1, 70), Stop);
            await process.KillAsync(Stop);
        }

        using var last = Start();
        Assert.Equal(0, await last.WaitAsync(Stop));

        await AssertSameAsync("whole", "killed");
    }

    [Fact]
    public async Task A_campaign_that_is_stopped_after_every_part_equals_one_that_was_not()
    {
        await PlayedCampaign.RunAsync(_folder["whole"], Settings, cancellationToken: Stop);
        var stops = 0;
        while (true)
        {
            try
            {
                await PlayedCampaign.RunAsync(_folder["stopped"], Settings, progress: new StopAtPart(), cancellationToken: Stop);
                break;
            }
            catch (StoppedException)
            {
                stops++;
            }
        }

        // Three parts of round 0, six of each other: whoever comes next does the next part.
        Assert.Equal(3 + (6 * Rounds), stops);
        await AssertSameAsync("whole", "stopped");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task A_campaign_that_is_cancelled_among_its_attempts_equals_one_that_was_not(int every)
    {
        await PlayedCampaign.RunAsync(_folder["whole"], Settings, cancellationToken: Stop);
        for (var isDone = false; !isDone;)
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var parts = PlayedCampaign.PartsWithMemory() with { Provers = new CancellingSource(every, cancel) };
            try
            {
                await PlayedCampaign.RunAsync(_folder["cancelled"], Settings, parts, cancellationToken: cancel.Token);
                isDone = true;
            }
            catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
            {
                every++;
            }
        }

        await AssertSameAsync("whole", "cancelled");
    }

    [Fact]
    public async Task A_campaign_whose_learner_breaks_off_equals_one_whose_learner_did_not()
    {
        await PlayedCampaign.RunAsync(_folder["whole"], Settings, cancellationToken: Stop);
        for (var (left, isDone) = (1, false); !isDone; left++)
        {
            var breaking = new MemoryHook((path, _) => Task.FromResult<ITacticMemory>(new BreakingMemory(path, left)));
            try
            {
                await PlayedCampaign.RunAsync(_folder["broken"], Settings, PlayedCampaign.Parts(breaking), cancellationToken: Stop);
                isDone = true;
            }
            catch (StoppedException)
            {
            }
        }

        var broken = await CampaignContent.ReadAsync(_folder["broken"], Stop);
        Assert.DoesNotContain(broken.Keys, k => k.Contains(".partial", StringComparison.Ordinal));
        await AssertSameAsync("whole", "broken");
    }

    [Fact]
    public async Task A_campaign_that_is_over_is_not_touched_again()
    {
        await PlayedCampaign.RunAsync(_folder["whole"], Settings, cancellationToken: Stop);
        var before = await CampaignContent.ReadAsync(_folder["whole"], Stop);
        var unable = PlayedCampaign.PartsWithMemory() with { Provers = new CancellingSource(0, new CancellationTokenSource()) };

        await PlayedCampaign.RunAsync(_folder["whole"], Settings, unable, cancellationToken: Stop);

        Assert.Equal(before, await CampaignContent.ReadAsync(_folder["whole"], Stop));
    }

    private async Task AssertSameAsync(string whole, string other)
    {
        var (expected, found) = (await CampaignContent.ReadAsync(_folder[whole], Stop), await CampaignContent.ReadAsync(_folder[other], Stop));
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, found[file.Key]));
    }

    private sealed class StoppedException : Exception;

    private sealed class StopAtPart : IProgress<RoundsProgress>
    {
        public void Report(RoundsProgress value)
        {
            if (value is { Run: null, IsLog: false })
            {
                throw new StoppedException();
            }
        }
    }

    private DummyProcess Start() => DummyProcess.Start(
        typeof(Program).Assembly, _folder["killed"], Rounds.ToString(CultureInfo.InvariantCulture), Variants.ToString(CultureInfo.InvariantCulture));

    private sealed class BreakingMemory(string path, int after) : ITacticMemory
    {
        private readonly PlayedMemory _memory = new(path);
        private int _left = after;

        public IReadOnlyList<TacticSuggestion> Suggest(string goal, int most) => [];

        public IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most) => [];

        public Task LearnAsync(LearnedProof proof, CancellationToken cancellationToken = default) =>
            --_left < 0 ? throw new StoppedException() : _memory.LearnAsync(proof, cancellationToken);
    }

    /// <summary>Makes provers that have the campaign cancelled at a certain attempt.</summary>
    private sealed class CancellingSource(int after, CancellationTokenSource cancel) : IRoundProverSource
    {
        private int _left = after;

        public async Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default) =>
            new CancellingProver(await new PlayedSource().CreateAsync(version, campaign, cancellationToken), this);

        private sealed class CancellingProver(IBenchProver prover, CancellingSource source) : IBenchProver
        {
            public ProverSettings Settings => prover.Settings;

            public async Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default)
            {
                if (Interlocked.Decrement(ref source._left) < 0)
                {
                    await source.Cancel.CancelAsync();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                return await prover.AttemptAsync(problem, statement, seed, cancellationToken);
            }
        }

        private CancellationTokenSource Cancel { get; } = cancel;
    }
}
