using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Prover.Bench.Data;
using Prover.Bench.Data.Fetching;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Tests.Runs;

namespace Prover.Bench.Tests.Data.Fetching;

public sealed class DataSetFetcherTests : IDisposable
{
    private const string DataPath = "datasets/data.jsonl";
    private static readonly string Text = DataSetReaderTests.First("a", "valid", "theorem a : 1 = 1 := by\n") + "\n" + DataSetReaderTests.First("b", "test", "theorem b : 1 = 1 := by\n") + "\n";

    private readonly TemporaryFolder _target = new();
    private readonly LocalRepository _repository = new();

    public void Dispose()
    {
        _target.Dispose();
        _repository.Dispose();
    }

    [Fact]
    public async Task The_file_of_the_commit_is_fetched_with_a_manifest_that_pins_all_of_it()
    {
        var manifest = await ManifestAsync();
        var fetched = await FetchAsync(manifest);
        Assert.False(fetched.WasThere);
        Assert.Equal(_target["data.jsonl"], fetched.Path);
        Assert.Equal(Text, await File.ReadAllTextAsync(fetched.Path, TestContext.Current.CancellationToken));
        Assert.Equal(["data.jsonl", "data.jsonl.manifest.json"], Kept());

        var kept = ManifestJson.Read("kept", await File.ReadAllBytesAsync(fetched.Path + ".manifest.json", TestContext.Current.CancellationToken));
        Assert.All(kept.Splits.Values, s => Assert.NotNull(s.Sha256));
        var data = await DataSetReader.ReadAsync(fetched.Path, ["valid"], TestContext.Current.CancellationToken);
        Assert.Equal(_repository.Address, data.Identity.Repository);
        Assert.Equal(manifest.Revision, data.Identity.Revision);
        Assert.Equal("a", Assert.Single(data.KnownFaults).Name);
    }

    [Fact]
    public async Task What_is_there_and_right_is_not_fetched_again()
    {
        var manifest = await ManifestAsync();
        await FetchAsync(manifest);
        _repository.Dispose();
        Assert.True((await FetchAsync(manifest)).WasThere);
    }

    [Fact]
    public async Task What_is_there_and_damaged_is_fetched_again()
    {
        var manifest = await ManifestAsync();
        await FetchAsync(manifest);
        await File.AppendAllTextAsync(_target["data.jsonl"], DataSetReaderTests.First("c", "test", "theorem c : 1 = 1 := by\n"), TestContext.Current.CancellationToken);
        Assert.False((await FetchAsync(manifest)).WasThere);
        Assert.Equal(Text, await File.ReadAllTextAsync(_target["data.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_overwritten()
    {
        var manifest = await ManifestAsync();
        await File.WriteAllTextAsync(_target["data.jsonl"], "mine", TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<DataSetException>(() => FetchAsync(manifest));
        Assert.Contains("choose another folder", e.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_target["data.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_commit_with_other_content_than_the_manifest_says_is_not_kept()
    {
        var manifest = await ManifestAsync();
        var wrong = manifest with { Splits = new Dictionary<string, SplitContent> { ["valid"] = new(1, new string('0', 64)), ["test"] = new(1) } };
        var e = await Assert.ThrowsAsync<DataSetException>(() => FetchAsync(wrong));
        Assert.Contains("split 'valid' has the SHA-256", e.Message, StringComparison.Ordinal);
        Assert.Contains("not kept", e.Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_an_error()
    {
        var manifest = await ManifestAsync() with { Revision = new string('1', 40) };
        var e = await Assert.ThrowsAsync<DataSetException>(() => FetchAsync(manifest));
        Assert.Contains($"has no commit {manifest.Revision}", e.Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error()
    {
        var e = await Assert.ThrowsAsync<DataSetException>(async () => await FetchAsync(await ManifestAsync() with { Path = "datasets/none.jsonl" }));
        Assert.Contains("no file 'datasets/none.jsonl' in commit", e.Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_repository_that_can_not_be_reached_is_an_error_that_tells_how_to_do_without()
    {
        var manifest = await ManifestAsync();
        _repository.Dispose();
        var e = await Assert.ThrowsAsync<DataSetException>(() => FetchAsync(manifest));
        Assert.Contains("give the file with --data", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_git_the_error_names_the_remedies()
    {
        var manifest = await ManifestAsync();
        var e = await Assert.ThrowsAsync<DataSetException>(() => FetchAsync(manifest, new DataSetFetcher(_target["no-git"])));
        Assert.Contains("Install git", e.Message, StringComparison.Ordinal);
        Assert.Contains("give the file with --data", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_commit_is_taken_as_it_is_and_recorded()
    {
        var manifest = await ManifestAsync();
        var other = await _repository.CommitAsync(DataPath, DataSetReaderTests.First("z", "test", "theorem z : 1 = 1 := by\n") + "\n");
        var fetched = await new DataSetFetcher().FetchAsync(manifest, _target.Path, revision: other, cancellationToken: TestContext.Current.CancellationToken);
        var data = await DataSetReader.ReadAsync(fetched.Path, null, TestContext.Current.CancellationToken);
        Assert.Equal(other, data.Identity.Revision);
        Assert.Equal("z", Assert.Single(data.Problems).Name);
        Assert.Empty(data.KnownFaults);
        Assert.False((await FetchAsync(manifest)).WasThere);
    }

    [Fact]
    public async Task A_mirror_may_stand_in_for_the_repository()
    {
        var manifest = await ManifestAsync() with { Repository = "file:///nowhere" };
        await new DataSetFetcher().FetchAsync(manifest, _target.Path, repository: _repository.Address, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["data.jsonl", "data.jsonl.manifest.json"], Kept());
    }

    [Fact]
    public async Task A_branch_is_no_revision()
    {
        var manifest = await ManifestAsync();
        var e = await Assert.ThrowsAsync<DataSetException>(
            () => new DataSetFetcher().FetchAsync(manifest, _target.Path, revision: "main", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("'main' is no full commit id", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_fetch_ends_git_and_keeps_nothing()
    {
        var manifest = await ManifestAsync();
        using var hanging = new HangingGit();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var fetching = new DataSetFetcher(hanging.Path).FetchAsync(manifest, _target.Path, cancellationToken: cancel.Token);
        var process = await hanging.StartedAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_fetch_that_takes_too_long_ends_with_the_remedy()
    {
        var manifest = await ManifestAsync();
        var time = new FakeTimeProvider();
        using var hanging = new HangingGit();
        var fetching = FetchAsync(manifest, new DataSetFetcher(hanging.Path, TimeSpan.FromSeconds(30), time));
        await hanging.StartedAsync();
        time.Advance(TimeSpan.FromSeconds(31));
        var e = await Assert.ThrowsAsync<DataSetException>(() => fetching);
        Assert.Contains("within 30 s", e.Message, StringComparison.Ordinal);
        Assert.Contains("give the file with --data", e.Message, StringComparison.Ordinal);
    }

    private Task<FetchedData> FetchAsync(DataSetManifest manifest, DataSetFetcher? fetcher = null) =>
        (fetcher ?? new DataSetFetcher()).FetchAsync(manifest, _target.Path, cancellationToken: TestContext.Current.CancellationToken);

    private IEnumerable<string?> Kept() => Directory.EnumerateFileSystemEntries(_target.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private async Task<DataSetManifest> ManifestAsync() => new(
        "mine", _repository.Address, await _repository.CommitAsync(DataPath, Text), DataPath, new Dictionary<string, SplitContent> { ["valid"] = new(1), ["test"] = new(1) })
    {
        KnownFaults = [new KnownFault("a", "It is too easy.")],
    };

    /// <summary>A git that says that it has started, and then does nothing.</summary>
    private sealed class HangingGit : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly FileSystemWatcher _watcher;
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HangingGit()
        {
            File.WriteAllText(Path, $"#!/bin/sh\necho $$ > '{_folder["pid.tmp"]}'\nmv '{_folder["pid.tmp"]}' '{_folder["pid"]}'\nexec sleep 600\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            _watcher = new FileSystemWatcher(_folder.Path, "pid");
            _watcher.Renamed += (_, _) => _started.TrySetResult();
            _watcher.Created += (_, _) => _started.TrySetResult();
            _watcher.EnableRaisingEvents = true;
        }

        public string Path => _folder["git"];

        public async Task<Process> StartedAsync()
        {
            await _started.Task.WaitAsync(TestContext.Current.CancellationToken);
            var id = await File.ReadAllTextAsync(_folder["pid"], TestContext.Current.CancellationToken);
            return Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        }

        public void Dispose()
        {
            _watcher.Dispose();
            _folder.Dispose();
        }
    }
}
