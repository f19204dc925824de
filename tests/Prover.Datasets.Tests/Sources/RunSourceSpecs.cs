using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Formats;
using Prover.Datasets.Sources;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Sources;

/// <summary>A run's folder as the harness writes it.</summary>
public sealed class RunSourceSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_problem_comes_with_its_samples_as_the_run_recorded_them()
    {
        await RunAsync();
        var entries = await ReadAsync(new RunSource(_folder.Path("run")));

        Assert.Equal(["solved", "hard", "slow", "false", "broken"], entries.Select(e => e.Name));
        Assert.Equal(
            [AttemptOutcome.Proved, AttemptOutcome.NotProved, AttemptOutcome.TimedOut, AttemptOutcome.Refuted, AttemptOutcome.Infrastructure],
            entries.Select(e => e.Attempts.Select(a => a.Outcome).Distinct().Single()));
        Assert.All(entries, e => Assert.Equal(2, e.Attempts.Count));

        var solved = entries[0];
        Assert.Equal(("open Nat\ntheorem solved (n : Nat) : n = n", "played/valid", "Show it.", null), (solved.Statement, solved.Source, solved.Informal, solved.Licence));
        var proof = solved.Attempts[1];
        Assert.Equal(("solved/1", "open Nat\ntheorem solved (n : Nat) : n = n := by rfl\n", "played/rfl", "player"), (proof.Id, proof.Text, proof.Origin, proof.Prover));
        Assert.Equal((Grade.Audited, 7), (proof.Grade, proof.Tokens));
        Assert.Equal(["propext"], proof.Axioms);
        Assert.Equal(new ToolchainIdentity("native", "4.28.0", "1a2b3c4d5e6f", true), proof.Toolchain);
        Assert.NotNull(proof.CreatedAt);
        Assert.All(entries.Skip(1).SelectMany(e => e.Attempts), a => Assert.True(a is { Text: null, Grade: null, FirstError: "so" }));
    }

    [Fact]
    public async Task Without_failures_their_problems_have_no_attempts_and_marks_take_the_place_of_what_is_known()
    {
        await RunAsync();
        var entries = await ReadAsync(new RunSource(_folder.Path("run"), new SourceMarks("mine/own", "MIT", 3)), new SourceRequest(WithFailures: false));

        Assert.Equal([2, 0, 0, 0, 0], entries.Select(e => e.Attempts.Count));
        Assert.All(entries, e => Assert.Equal(("mine/own", "MIT", (int?)3), (e.Source, e.Licence, e.Round)));
    }

    [Fact]
    public async Task Rows_for_training_are_made_of_its_proofs()
    {
        await RunAsync();
        var card = await new Datasets.Exporting.DatasetExporter(new Core.Prompts.PromptLibrary()).ExportAsync(
            [new RunSource(_folder.Path("run"))], _folder.Options(DatasetFormat.Sft) with { ValidShare = 0 }, TemporaryFolder.Token);

        var rows = (await TemporaryFolder.RowsAsync(_folder.Path("out"))).ConvertAll(r => (SftRecord)r.Record);
        Assert.Equal(["```lean4\ntheorem solved (n : Nat) : n = n := by rfl\n```"], rows.ConvertAll(r => r.Completion[0].Content));
        Assert.All(rows, r => Assert.Equal(("player", null), (r.Prover, r.Parent)));
        Assert.Equal(new KeyValuePair<string, long>("duplicate", 1), Assert.Single(card.LeftOut));
    }

    [Fact]
    public async Task A_folder_that_is_no_run_says_how_to_begin_one()
    {
        var refused = await Assert.ThrowsAsync<RunException>(() => ReadAsync(new RunSource(_folder.Path("none"))));

        Assert.Contains("prover bench run", refused.Message, StringComparison.Ordinal);
    }

    private async Task RunAsync()
    {
        var profile = new Profile("core", "Plays.", null, NeedsMathlib: false);
        var data = DataSet.Of("played", [Problem("solved") with { Informal = "Show it." }, Problem("hard"), Problem("slow"), Problem("false"), Problem("broken"), new BenchProblem("none", "valid", string.Empty, "nothing to be shown")]);
        var settings = new RunSettings
        {
            Data = data.Identity,
            Profile = profile.Name,
            Header = profile.Header,
            Prover = new ProverSettings("player"),
            Lean = "native Lean 4.28.0 (1a2b3c4d5e6f)",
            Seed = 7,
            Samples = 2,
            Ks = [1, 2],
            Version = "1",
        };
        var run = await RunFolder.OpenAsync(_folder.Path("run"), settings, data, cancellationToken: TemporaryFolder.Token);
        await new BenchRunner(run, data, profile, new Check(), new Player()).RunAsync(TemporaryFolder.Token);
    }

    private static BenchProblem Problem(string name) => new(name, "valid", "open Nat\n", $"theorem {name} (n : Nat) : n = n := by");

    private static async Task<List<DatasetEntry>> ReadAsync(RunSource source, SourceRequest? request = null)
    {
        var entries = new List<DatasetEntry>();
        await foreach (var entry in source.ReadAsync(request ?? new SourceRequest(), TemporaryFolder.Token))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private sealed class Check : IStatementCheck
    {
        public Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default) =>
            Task.FromResult(new CheckedStatement(problem.Name, problem.Name == "none" ? StatementStatus.NotExpressible : StatementStatus.Expressible));
    }

    private sealed class Player : IBenchProver
    {
        public ProverSettings Settings { get; } = new("player");

        public Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default) => Task.FromResult(problem.Name switch
        {
            "solved" => new Attempt(SampleOutcome.Proved) { Proof = $"{statement} rfl\n", Origin = "played/rfl", Grade = Grade.Audited, Axioms = ["propext"], InputTokens = 3, OutputTokens = 4 },
            "hard" => new Attempt(SampleOutcome.NotProved) { Reason = "so" },
            "slow" => new Attempt(SampleOutcome.TimedOut) { Reason = "so" },
            "false" => new Attempt(SampleOutcome.Refuted) { Reason = "so", Proof = "theorem no : False := sorry", Grade = Grade.Audited },
            _ => new Attempt(SampleOutcome.Infrastructure) { Reason = "so" },
        });
    }
}
