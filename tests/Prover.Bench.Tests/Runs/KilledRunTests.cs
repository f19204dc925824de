using System.Globalization;
using Prover.Bench.Runs;
using Prover.Bench.Tests.Dummy;
using Prover.Tests.Support;

namespace Prover.Bench.Tests.Runs;

public sealed class KilledRunTests : IDisposable
{
    private const int Problems = 24;
    private const int Samples = 8;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_run_killed_ten_times_at_random_moments_equals_one_that_was_not(int seed)
    {
        var whole = await PlayedRun.RunAsync(_folder["whole"], Problems, Samples, 4, cancellationToken: Stop);
        var random = new Random(seed);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < 10; kill++)
        {
            using var process = DummyProcess.Start(typeof(Dummy.Program).Assembly, Arguments("killed"));
            acknowledged.AddRange(await process.ReadAsync(random.Next(1, 18), Stop));
            await process.KillAsync(Stop);
            await AssertAllIsThereAsync("killed", acknowledged);
        }

        using var last = DummyProcess.Start(typeof(Dummy.Program).Assembly, Arguments("killed"));
        Assert.Equal(0, await last.WaitAsync(Stop));

        var killed = await RunFolder.ReadAsync(_folder["killed"], Stop);
        Assert.True(killed.IsComplete);
        Assert.Equal(11, killed.Sessions.Count);
        Assert.Equal(whole.Checks.Select(c => (c.Problem, c.Status)), killed.Checks.Select(c => (c.Problem, c.Status)));
        Assert.Equal(Results(whole), Results(killed));
        AssertNothingWasRepeated("killed");
    }

    [Fact]
    public async Task Processes_share_a_run_and_take_over_what_one_that_is_killed_leaves_behind()
    {
        var whole = await PlayedRun.RunAsync(_folder["whole"], Problems, Samples, 4, cancellationToken: Stop);
        var acknowledged = new List<string>();
        using var first = DummyProcess.Start(typeof(Dummy.Program).Assembly, Arguments("shared"));
        using var second = DummyProcess.Start(typeof(Dummy.Program).Assembly, Arguments("shared"));
        using var third = DummyProcess.Start(typeof(Dummy.Program).Assembly, Arguments("shared"));
        acknowledged.AddRange(await first.ReadAsync(20, Stop));
        await first.KillAsync(Stop);
        await AssertAllIsThereAsync("shared", acknowledged);

        Assert.Equal(0, await second.WaitAsync(Stop));
        Assert.Equal(0, await third.WaitAsync(Stop));

        var shared = await RunFolder.ReadAsync(_folder["shared"], Stop);
        Assert.True(shared.IsComplete);
        Assert.Equal(Results(whole), Results(shared));
        AssertNothingWasRepeated("shared");
        Assert.Equal(2, shared.Sessions.Count(s => s.IsEnded));
    }

    private string[] Arguments(string folder) =>
        [_folder[folder], Problems.ToString(CultureInfo.InvariantCulture), Samples.ToString(CultureInfo.InvariantCulture), "4"];

    private static IEnumerable<object> Results(BenchRun run) =>
        run.Samples.Select(s => (object)(s.Problem, s.Sample, s.Seed, s.Attempt.Outcome, s.Attempt.Proof, s.Attempt.Reason));

    /// <summary>What a process told of was on the disk by then.</summary>
    private async Task AssertAllIsThereAsync(string folder, IEnumerable<string> acknowledged)
    {
        var run = await RunFolder.ReadAsync(_folder[folder], Stop);
        var recorded = run.Samples.Select(s => $"{s.Problem} #{s.Sample + 1}").Concat(run.Checks.Select(c => c.Problem)).ToHashSet();
        Assert.All(acknowledged, line => Assert.Contains(line[..line.IndexOf(':', StringComparison.Ordinal)], recorded));
    }

    private void AssertNothingWasRepeated(string folder)
    {
        var lines = Directory.EnumerateFiles(Path.Combine(_folder[folder], "samples")).SelectMany(File.ReadLines).Count();
        var asked = PlayedRun.Data(Problems).Problems.Count(p => p.Statement.Length % 7 != 0);
        Assert.Equal(asked * Samples, lines);
    }
}
