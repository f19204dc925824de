using System.Diagnostics;
using System.Text.Json;
using Prover.Bench.Provers;
using Prover.Bench.Runs;

namespace Prover.Cli.Tests.Benchmarks;

/// <summary>Runs of the built-in sample with real Lean.</summary>
public sealed class BenchTests : IDisposable
{
    private static readonly string[] Problems = ["mathd_algebra_s1", "mathd_numbertheory_s1", "induction_s1", "algebra_s1", "mathd_algebra_s2", "mathd_algebra_s4"];

    private readonly string _folder = Directory.CreateTempSubdirectory("prover-bench-cli-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_killed_ten_times_at_random_moments_equals_one_that_was_not()
    {
        var (code, output, error) = await Cli.RunAsync(Arguments("whole"));
        Assert.True(code == 0, error);
        Assert.Contains("of 6 solved", output, StringComparison.Ordinal);
        var random = new Random(5);
        for (var kill = 0; kill < 10; kill++)
        {
            using var process = Start(Arguments("killed"));

            // Lines of progress are the moments: some fall before Lean stands, some among the records.
            for (var lines = random.Next(1, 9); lines > 0 && await process.StandardError.ReadLineAsync(Stop) is not null; lines--)
            {
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Stop);
        }

        Assert.Equal(0, (await Cli.RunAsync(Arguments("killed"))).Code);
        var (whole, killed) = (await RunFolder.ReadAsync(Path.Combine(_folder, "whole"), Stop), await RunFolder.ReadAsync(Path.Combine(_folder, "killed"), Stop));
        Assert.True(killed.IsComplete);
        Assert.Equal(whole.Checks.Select(c => (c.Problem, c.Status)), killed.Checks.Select(c => (c.Problem, c.Status)));
        Assert.Equal(Results(whole), Results(killed));
        Assert.Contains(Results(whole), r => r.Outcome == SampleOutcome.Proved);
        Assert.Equal(whole.Samples.Count, Directory.EnumerateFiles(Path.Combine(_folder, "killed", "samples")).SelectMany(File.ReadLines).Count());

        // What two runs with the same seed come to is the same, and the report of both says so.
        var page = Path.Combine(_folder, "comparison.html");
        Assert.Equal(0, (await Cli.RunAsync("bench", "report", Path.Combine(_folder, "whole"), Path.Combine(_folder, "killed"), "--out", page)).Code);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(page, ".json"), Stop));
        Assert.Equal(2, json.RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(0, json.RootElement.GetProperty("comparisons")[0].GetProperty("onlyA").GetInt32());
    }

    [Theory]
    [InlineData("--k 8", "Draw more with --samples 8")]
    [InlineData("--k 0", "--k takes positive numbers")]
    [InlineData("--samples 0", "--samples must be at least 1")]
    [InlineData("--profile nothing", "core")]
    [InlineData("--only nothing", "no problem 'nothing'")]
    [InlineData("--split nothing", "no split 'nothing'")]
    public async Task What_makes_no_sense_is_refused_with_the_remedy(string given, string remedy)
    {
        var (code, _, error) = await Cli.RunAsync(["bench", "run", "--data", "sample", "--out", _folder, .. given.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    private string[] Arguments(string run) =>
        ["bench", "run", "--data", "sample", "--out", Path.Combine(_folder, run), "--workers", "1", .. Problems.SelectMany(p => new[] { "--only", p })];

    private static IEnumerable<(string Problem, int Sample, SampleOutcome Outcome, string? Proof, string? Origin)> Results(BenchRun run) =>
        run.Samples.Select(s => (s.Problem, s.Sample, s.Attempt.Outcome, s.Attempt.Proof, s.Attempt.Origin));

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(CommandLine).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
