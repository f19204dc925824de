using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Tests.Dummy;

namespace Prover.Bench.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_recorded_is_read_back_with_every_setting()
    {
        var run = await PlayedRun.RunAsync(_folder.Path, 6, 2, 2, cancellationToken: Stop);

        Assert.Equivalent(PlayedRun.Settings(6, 2), run.Settings, strict: true);
        Assert.Equal(PlayedRun.Data(6).Problems, run.Problems);
        Assert.True(run.IsComplete);
        Assert.All(run.Samples, s => Assert.Equal(SampleSeed.Of(7, s.Problem, s.Sample), s.Seed));
        var session = Assert.Single(run.Sessions);
        Assert.True(session.IsEnded);
        Assert.All(run.Samples, s => Assert.Equal(session.Id, s.Session));
    }

    [Fact]
    public async Task A_finished_run_does_nothing_when_it_is_asked_again()
    {
        await PlayedRun.RunAsync(_folder.Path, 6, 2, 2, cancellationToken: Stop);

        var again = await PlayedRun.RunAsync(_folder.Path, 6, 2, 2, new ForbiddenProver(), cancellationToken: Stop);

        Assert.True(again.IsComplete);
    }

    [Fact]
    public async Task More_samples_go_on_where_fewer_ended()
    {
        var few = await PlayedRun.RunAsync(_folder.Path, 6, 2, 2, cancellationToken: Stop);
        var more = await PlayedRun.RunAsync(_folder.Path, 6, 5, 2, cancellationToken: Stop);

        Assert.True(more.IsComplete);
        Assert.Equal(5, more.Settings.Samples);
        Assert.Equal(
            few.Samples.Select(s => (s.Problem, s.Sample, s.Session, s.Finished)),
            more.Samples.Where(s => s.Sample < 2).Select(s => (s.Problem, s.Sample, s.Session, s.Finished)));
    }

    [Fact]
    public async Task Other_settings_are_refused_and_named()
    {
        await PlayedRun.RunAsync(_folder.Path, 3, 1, 1, cancellationToken: Stop);

        var other = PlayedRun.Settings(3, 1, seed: 8) with { Lean = "another", Prover = new ProverSettings("played") { TimeLimitSeconds = 3 } };
        var refused = await Assert.ThrowsAsync<RunException>(() => RunFolder.OpenAsync(_folder.Path, other, PlayedRun.Data(3), cancellationToken: Stop));

        Assert.Contains("seed was 7 and is 8", refused.Message, StringComparison.Ordinal);
        Assert.Contains("lean was \"played\" and is \"another\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("prover.timeLimitSeconds was 0 and is 3", refused.Message, StringComparison.Ordinal);
        Assert.Contains("name another folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_last_line_is_left_out_and_done_again()
    {
        var whole = await PlayedRun.RunAsync(_folder.Path, 6, 3, 2, cancellationToken: Stop);
        var file = Directory.EnumerateFiles(_folder["samples"]).Order(StringComparer.Ordinal).First();
        var text = await File.ReadAllTextAsync(file, Stop);
        await File.WriteAllTextAsync(file, text[..^40], Stop);

        Assert.False((await RunFolder.ReadAsync(_folder.Path, Stop)).IsComplete);
        var mended = await PlayedRun.RunAsync(_folder.Path, 6, 3, 2, cancellationToken: Stop);

        Assert.Equal(whole.Samples.Select(s => (s.Problem, s.Sample, s.Attempt.Outcome)), mended.Samples.Select(s => (s.Problem, s.Sample, s.Attempt.Outcome)));
        Assert.Equal(3, (await File.ReadAllLinesAsync(file, Stop)).Length);
    }

    [Fact]
    public async Task A_damaged_line_is_an_error_that_names_file_line_and_remedy()
    {
        await PlayedRun.RunAsync(_folder.Path, 6, 3, 2, cancellationToken: Stop);
        var file = Directory.EnumerateFiles(_folder["samples"]).Order(StringComparer.Ordinal).First();
        var lines = await File.ReadAllLinesAsync(file, Stop);
        await File.WriteAllLinesAsync(file, [lines[0], "{\"problem\":", lines[2]], Stop);

        var damaged = await Assert.ThrowsAsync<RunException>(() => RunFolder.ReadAsync(_folder.Path, Stop));

        Assert.Contains($"'{file}', line 2, is damaged", damaged.Message, StringComparison.Ordinal);
        Assert.Contains("Delete that line", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_run_says_so()
    {
        var missing = await Assert.ThrowsAsync<RunException>(() => RunFolder.ReadAsync(_folder["none"], Stop));

        Assert.Contains("prover bench run", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_has_the_same_name_whatever_k_and_however_many_samples()
    {
        var settings = PlayedRun.Settings(3, 1);

        Assert.Equal(RunIdentity.NameOf(settings), RunIdentity.NameOf(settings with { Samples = 32, Ks = [1, 8, 32] }));
        Assert.NotEqual(RunIdentity.NameOf(settings), RunIdentity.NameOf(settings with { Seed = 1 }));
        Assert.Matches("^[a-z0-9-]+$", RunIdentity.NameOf(settings with { Prover = new ProverSettings("model:Ä/b") }));
    }

    private sealed class ForbiddenProver : IBenchProver
    {
        public ProverSettings Settings { get; } = new("played");

        public Task<Attempt> AttemptAsync(Bench.Data.BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Everything is on record.");
    }
}
