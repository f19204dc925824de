using System.Text.Json;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Tests.Rounds;

/// <summary>Rounds with real Lean.</summary>
public sealed class RoundsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-rounds-cli-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rounds_are_started_interrupted_resumed_and_compared()
    {
        // Interrupted when the first held-out sample is on record: what comes after is the business of resume.
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var interrupting = new InterruptingWriter("held-out: 1 of 1 samples", cancel);
        using var ignored = new StringWriter();
        Assert.Equal(3, await CommandLine.RunAsync(await StartAsync("campaign"), ignored, interrupting, cancel.Token));
        var (statusCode, status, _) = await Cli.RunAsync("rounds", "status", Campaign("campaign"));
        Assert.Equal(0, statusCode);
        Assert.Contains("0 of 1 over", status, StringComparison.Ordinal);

        var (code, output, error) = await Cli.RunAsync("rounds", "resume", Campaign("campaign"), "--workers", "1");
        Assert.True(code == 0, error);
        Assert.Contains("complete", output, StringComparison.Ordinal);
        Assert.Contains("1 of them kept out", output, StringComparison.Ordinal);
        var pool = await (await RoundsFolder.ReadAsync(Campaign("campaign"), Stop)).ReadPoolAsync(Stop);
        var proof = Assert.Single(pool);
        Assert.Equal(("easy", "portfolio@0", 1), (proof.Problem, proof.Prover, proof.Round));
        Assert.Contains("⊢", Assert.Single(proof.Steps).Goal, StringComparison.Ordinal);
        Assert.NotNull(proof.Seconds);
        var attempts = await RunFolder.ReadAsync(Path.Combine(Campaign("campaign"), "rounds", "001", "attempts"), Stop);
        Assert.Equal((60, 600), (attempts.Settings.Prover.ProcessorTimeLimitSeconds, attempts.Settings.Prover.TimeLimitSeconds));
        Assert.All(attempts.Samples, s => Assert.InRange(s.Attempt.CheckSeconds, 0, 60));
        Assert.All(attempts.Samples, s => Assert.Equal(s.Attempt.Outcome == SampleOutcome.Proved, s.Attempt.ProofSeconds is not null));

        Assert.Contains("1 duplicates", output, StringComparison.Ordinal);

        // What a hook would have trained on, and the same from the folder: it holds by itself.
        using var row = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(Path.Combine(Campaign("campaign"), "rounds", "001", "export", "train.jsonl"), Stop)));
        Assert.Contains("```lean4\ntheorem easy (n : Nat) : n + 0 = n", row.RootElement.GetProperty("completion")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        await ExportAsync();

        var page = Path.Combine(_folder, "comparison.html");
        Assert.Equal(0, (await Cli.RunAsync("rounds", "compare", Campaign("campaign"), Campaign("campaign"), "--out", page)).Code);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(page, ".json"), Stop));
        Assert.Equal(2, json.RootElement.GetProperty("campaigns").GetArrayLength());
        Assert.True(File.Exists(page));
    }

    [Theory]
    [InlineData("--samples 0", "--samples must be at least 1")]
    [InlineData("--widen-at 2", "--widen-at above 0")]
    [InlineData("--variants -1", "--variants must not be negative")]
    [InlineData("--hook-format grpo", "plain")]
    [InlineData("--profile nothing", "core")]
    [InlineData("--held-out-split nothing", "no split")]
    public async Task What_makes_no_sense_is_refused_with_the_remedy(string given, string remedy)
    {
        var (code, _, error) = await Cli.RunAsync([.. await StartAsync("refused"), .. given.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Campaign("refused")));
    }

    [Fact]
    public async Task A_folder_without_rounds_says_how_to_begin()
    {
        var (code, _, error) = await Cli.RunAsync("rounds", "status", _folder);

        Assert.Equal(3, code);
        Assert.Contains("prover rounds start", error, StringComparison.Ordinal);
    }

    private async Task ExportAsync()
    {
        var data = Path.Combine(_folder, "data");
        var (code, output, error) = await Cli.RunAsync("dataset", "export", "--format", "proofs", "--from-rounds", Campaign("campaign"), "--rounds", "1", "--valid-share", "0", "--out", data);
        Assert.True(code == 0, error);
        Assert.Contains("train:    1 rows", output, StringComparison.Ordinal);
        using var row = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(Path.Combine(data, "train.jsonl"), Stop)));
        Assert.Equal(("easy", "portfolio@0", 1), (row.RootElement.GetProperty("name").GetString(), row.RootElement.GetProperty("prover").GetString(), row.RootElement.GetProperty("round").GetInt32()));
        Assert.Equal(0, (await Cli.RunAsync("dataset", "verify", data, "--workers", "1")).Code);

        var (none, nothing, _) = await Cli.RunAsync("dataset", "export", "--format", "proofs", "--from-rounds", Campaign("campaign"), "--rounds", "2-9", "--out", Path.Combine(_folder, "none"));
        Assert.Equal(0, none);
        Assert.Contains("train:    0 rows", nothing, StringComparison.Ordinal);
    }

    private string Campaign(string name) => Path.Combine(_folder, name);

    private async Task<string[]> StartAsync(string name)
    {
        var (train, heldOut) = (Path.Combine(_folder, "train.jsonl"), Path.Combine(_folder, "held-out.jsonl"));
        await File.WriteAllLinesAsync(train, [Line("easy", "(n : Nat) : n + 0 = n", ", \"difficulty\": 0.1"), Line("easy_again", "(m : Nat) : m + 0 = m"), Line("given_away", "(a b : Nat) : a + b = b + a")], Stop);
        await File.WriteAllLinesAsync(heldOut, [Line("held", "(a b : Nat) :  a + b = b + a")], Stop);
        return
        [
            "rounds", "start", "--train", train, "--held-out", heldOut, "--rounds", "1", "--prover", "portfolio", "--no-memory", "--cpu-limit", "60", "--held-out-cpu-limit", "30",
            "--workers", "1", "--out", Campaign(name),
        ];
    }

    private static string Line(string name, string statement, string more = "") =>
        $$"""{"name": "{{name}}", "header": "", "formal_statement": "theorem {{name}} {{statement}} := by"{{more}}}""";

    /// <summary>Cancels when a line says something.</summary>
    private sealed class InterruptingWriter(string at, CancellationTokenSource cancel) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(at, StringComparison.Ordinal) == true)
            {
                cancel.Cancel();
            }
        }
    }
}
