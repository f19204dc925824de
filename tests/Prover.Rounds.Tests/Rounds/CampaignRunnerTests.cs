using System.Text.Json;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Rounds.Hooks;
using Prover.Rounds.Promotion;
using Prover.Rounds.Provers;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Rounds.Tests.Rounds;

public sealed class CampaignRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_learned_in_a_round_shows_on_the_held_out_problems_and_without_memory_nothing_does()
    {
        var learning = await RunAsync("learning");
        var control = await RunAsync("control", PlayedCampaign.Parts());

        var (with, without) = (await HeldOutAsync("learning", learning), await HeldOutAsync("control", control));
        Assert.Equal(with.Order().Distinct(), with);
        Assert.Single(without.Distinct());
        Assert.Equal(with[0], without[0]);
        Assert.All(learning.Skip(1), r => Assert.Equal(DecisionKind.Promoted, r.Decision!.Kind));
        Assert.All(control.Skip(1), r => Assert.Equal(DecisionKind.Unchanged, r.Decision!.Kind));
    }

    [Fact]
    public async Task Every_proof_in_the_pool_tells_its_round_prover_and_parent()
    {
        var records = await RunAsync("whole");
        var pool = await (await RoundsFolder.ReadAsync(_folder["whole"], Stop)).ReadPoolAsync(Stop);

        Assert.Equal(records[^1].PoolSize, pool.Count);
        Assert.Equal(pool.Count, pool.Select(p => p.Id).Distinct().Count());
        Assert.All(pool, proof =>
        {
            var problem = PlayedCampaign.Train.Single(t => t.Name == proof.Problem);
            Assert.Equal(problem.Parent, proof.Parent);
            Assert.Equal($"played@{proof.Round - 1}", proof.Prover);
            Assert.StartsWith(problem.Problem.Statement, proof.Proof, StringComparison.Ordinal);
            Assert.Single(proof.Steps);
        });
        Assert.Contains(pool, p => p.Parent is not null);
        Assert.Equal([.. records.Skip(1).Select(r => r.NewProofs)], [.. records.Skip(1).Select(r => pool.Count(p => p.Round == r.Round))]);
    }

    [Fact]
    public async Task Held_out_problems_may_have_limits_of_their_own()
    {
        var records = await RunAsync("short", PlayedCampaign.PartsWithMemory() with { HeldOutProvers = new HopelessSource() });

        Assert.All(await HeldOutAsync("short", records), solved => Assert.Equal(0, solved));
        Assert.True(records[1].NewProofs > 0);
    }

    [Fact]
    public async Task What_is_learned_is_the_shorter_step_and_what_is_kept_the_verified_text()
    {
        await RunAsync("whole");
        await RunAsync("shortened", PlayedCampaign.PartsWithMemory() with { Shortener = new FirstWord() });
        var whole = await (await RoundsFolder.ReadAsync(_folder["whole"], Stop)).ReadPoolAsync(Stop);

        var pool = await (await RoundsFolder.ReadAsync(_folder["shortened"], Stop)).ReadPoolAsync(Stop);

        Assert.Equal(whole.Select(p => (p.Id, p.Proof)), pool.Select(p => (p.Id, p.Proof)));
        Assert.All(pool, p => Assert.Equal("exact", Assert.Single(p.Steps).Tactic));
    }

    [Fact]
    public async Task Nothing_is_attempted_again_that_is_solved_false_vacuous_or_not_expressible()
    {
        var records = await RunAsync("whole", rounds: 4);
        var settled = new HashSet<string>();
        foreach (var record in records.Skip(1))
        {
            var run = await RunFolder.ReadAsync(Round("whole", record.Round, "attempts"), Stop);
            Assert.DoesNotContain(run.Problems, p => settled.Contains(p.Name));
            settled.UnionWith(run.Samples.Where(s => s.Attempt.Outcome is SampleOutcome.Proved or SampleOutcome.Refuted).Select(s => s.Problem));
            settled.UnionWith(run.Checks.Where(c => c.Problem is "train_02" or "train_04" or "train_06").Select(c => c.Problem));
        }

        var pool = await (await RoundsFolder.ReadAsync(_folder["whole"], Stop)).ReadPoolAsync(Stop);
        Assert.Contains("train_06", settled);
        Assert.DoesNotContain(pool, p => p.Problem is "train_02" or "train_04" or "train_06");
        Assert.True(records[1].Outcomes[ProblemOutcome.TimedOut] > 0);
    }

    [Fact]
    public async Task The_window_widens_as_problems_fall()
    {
        var windows = (await RunAsync("whole")).Skip(1).Select(r => r.Window!.Value).ToList();

        Assert.Equal(1, windows[0]);
        Assert.Equal(windows.Order(), windows);
        Assert.True(windows[^1] > 1);
    }

    [Fact]
    public async Task A_problem_that_gives_a_held_out_one_away_is_never_attempted_and_listed()
    {
        var same = PlayedCampaign.HeldOut.Problems[3];
        List<TrainingProblem> train =
        [
            .. PlayedCampaign.Train.Take(8),
            new(same with { Name = "copy_03", Statement = same.Statement.Replace("held_03", "copy_03", StringComparison.Ordinal).Replace("(n", "/- so -/ (n", StringComparison.Ordinal) }) { Difficulty = 0 },
            new(PlayedCampaign.Train[9].Problem) { Difficulty = 0, Parent = "held_05" },
        ];

        var records = await PlayedCampaign.RunAsync(_folder["whole"], PlayedCampaign.Settings(2), train: train, cancellationToken: Stop);

        Assert.All(records.Skip(1), r => Assert.Equal([("copy_03", "held_03"), ("train_09", "held_05")], r.Excluded.Select(e => (e.Problem, e.HeldOut))));
        foreach (var round in new[] { 1, 2 })
        {
            var run = await RunFolder.ReadAsync(Round("whole", round, "attempts"), Stop);
            Assert.DoesNotContain(run.Problems, p => p.Name is "copy_03" or "train_09");
        }
    }

    [Fact]
    public async Task A_version_that_is_worse_is_rolled_back_and_the_next_round_goes_on_from_the_one_before()
    {
        var spoiling = new SpoilingHook(spoiledRound: 2);
        var parts = PlayedCampaign.Parts(new MemoryHook(PlayedMemory.OpenAsync), spoiling);
        var records = await RunAsync("spoiled", parts with { Provers = new SpoilableSource() });

        Assert.Equal(DecisionKind.RolledBack, records[2].Decision!.Kind);
        Assert.StartsWith("Worse", records[2].Decision!.Reason, StringComparison.Ordinal);
        Assert.Equal(1, records[3].Prover.Version);
        Assert.Equal(1, records[3].Decision!.ComparedWith);
        Assert.Equal((3, 1), (records[3].Candidate!.Version, records[3].Candidate!.Parent));
        Assert.Null(records[3].Candidate!.Model);
        Assert.Equal(DecisionKind.Promoted, records[3].Decision!.Kind);

        // What the rolled-back version's round had proved is learned all the same.
        var pool = await (await RoundsFolder.ReadAsync(_folder["spoiled"], Stop)).ReadPoolAsync(Stop);
        Assert.True(records[2].NewProofs > 0);
        var memory = await File.ReadAllLinesAsync(_folder[$"spoiled/{records[3].Candidate!.Memory}"], Stop);
        Assert.Equal(pool.Select(p => p.Id), memory.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task A_failed_hook_leaves_the_round_to_be_gone_on_with()
    {
        var failing = PlayedCampaign.Parts(new MemoryHook(PlayedMemory.OpenAsync), new FailingHook());
        await Assert.ThrowsAsync<HookException>(() => RunAsync("failed", failing));
        var record = (await (await RoundsFolder.ReadAsync(_folder["failed"], Stop)).ReadRoundsAsync(Stop))[^1];
        Assert.Equal((1, RoundPhase.Collected), (record.Round, record.Phase));

        await RunAsync("failed");
        await RunAsync("whole");
        var (whole, failed) = (await CampaignContent.ReadAsync(_folder["whole"], Stop), await CampaignContent.ReadAsync(_folder["failed"], Stop));
        Assert.Equal(whole, failed);
    }

    [Fact]
    public async Task More_rounds_go_on_where_fewer_ended()
    {
        await RunAsync("more", rounds: 1);
        await RunAsync("more", rounds: 3);
        await RunAsync("whole");

        Assert.Equal(await CampaignContent.ReadAsync(_folder["whole"], Stop), await CampaignContent.ReadAsync(_folder["more"], Stop));
    }

    [Fact]
    public async Task Other_settings_in_the_same_folder_are_refused_by_name()
    {
        await RunAsync("whole", rounds: 1);
        var other = PlayedCampaign.Settings(1) with { Seed = 4, Prover = new CampaignProver("played") { TimeLimitSeconds = 5 } };

        var refused = await Assert.ThrowsAsync<RoundsException>(() => PlayedCampaign.RunAsync(_folder["whole"], other, cancellationToken: Stop));

        Assert.Contains("seed was 3 and is 4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("prover.timeLimitSeconds was 60 and is 5", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_is_worked_on_by_one_process_at_a_time_and_read_by_any()
    {
        await RunAsync("whole", rounds: 1);
        var folder = await RoundsFolder.ReadAsync(_folder["whole"], Stop);
        using var held = folder.Hold();

        var refused = await Assert.ThrowsAsync<RoundsException>(() => new CampaignRunner(folder, PlayedCampaign.PartsWithMemory()).RunAsync(Stop));

        Assert.Contains("Another process works on", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await folder.ReadRoundsAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_folder_without_rounds_or_of_another_format_says_what_to_do()
    {
        Assert.Contains("prover rounds start", (await Assert.ThrowsAsync<RoundsException>(() => RoundsFolder.ReadAsync(_folder["none"], Stop))).Message, StringComparison.Ordinal);

        await RunAsync("old", rounds: 1);
        var path = _folder["old/campaign.json"];
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Stop)).Replace("\"format\": 1", "\"format\": 99", StringComparison.Ordinal), Stop);
        Assert.Contains("format 99", (await Assert.ThrowsAsync<RoundsException>(() => RoundsFolder.ReadAsync(_folder["old"], Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_has_no_more_problems_than_its_cap()
    {
        var records = await PlayedCampaign.RunAsync(_folder["capped"], PlayedCampaign.Settings(3) with { ProblemsPerRound = 5 }, cancellationToken: Stop);

        Assert.All(records.Skip(1), r => Assert.InRange(r.Chosen, 1, 5));
        using var line = JsonDocument.Parse(File.ReadLines(_folder["capped/rounds/001/problems.jsonl"]).First());
        Assert.Equal("train_00", line.RootElement.GetProperty("problem").GetString());
        Assert.Contains("never tried", line.RootElement.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<RoundRecord>> RunAsync(string name, CampaignParts? parts = null, int rounds = 3) =>
        PlayedCampaign.RunAsync(_folder[name], PlayedCampaign.Settings(rounds), parts, cancellationToken: Stop);

    private string Round(string name, int round, string kind) => Path.Combine(_folder[name], "rounds", $"{round:000}", kind);

    private async Task<List<int>> HeldOutAsync(string name, IReadOnlyList<RoundRecord> records)
    {
        List<int> solved = [];
        foreach (var record in records)
        {
            solved.Add(Scorer.Score(await RunFolder.ReadAsync(Round(name, record.Round, "held-out"), Stop)).All.Solved);
        }

        return solved;
    }

    private sealed class FailingHook : ILearningHook
    {
        public string Name => "failing";

        public Task<HookResult> LearnAsync(HookRequest request, CancellationToken cancellationToken = default) => throw new HookException("no");
    }

    /// <summary>Registers a model in one round.</summary>
    private sealed class SpoilingHook(int spoiledRound) : ILearningHook
    {
        public string Name => "spoiling";

        public Task<HookResult> LearnAsync(HookRequest request, CancellationToken cancellationToken = default) => Task.FromResult(
            request.Round == spoiledRound ? new HookResult("spoiled") { Model = new TrainedModel(new Uri("http://127.0.0.1:1/v1"), "bad") } : new HookResult("nothing"));
    }

    private sealed class HopelessSource : IRoundProverSource
    {
        public Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default) =>
            Task.FromResult<IBenchProver>(new PlayedProver(-99));
    }

    private sealed class FirstWord : IStepShortener
    {
        public Task<IReadOnlyList<PoolProof>> ShortenAsync(IReadOnlyList<PoolProof> proofs, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<PoolProof>>([.. proofs.Select(p => p with { Steps = [.. p.Steps.Select(s => s with { Tactic = s.Tactic.Split(' ')[0] })] })]);
    }

    /// <summary>A version with a model has forgotten everything.</summary>
    private sealed class SpoilableSource : IRoundProverSource
    {
        public Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default) =>
            version.Model is null ? new PlayedSource().CreateAsync(version, campaign, cancellationToken) : Task.FromResult<IBenchProver>(new PlayedProver(-9));
    }
}
