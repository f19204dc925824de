using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;
using Prover.Tests.Support;

namespace Prover.Core.Tests.Storage;

public sealed class SharingSpecs : IDisposable
{
    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Two_processes_can_write_into_one_file_at_the_same_time()
    {
        using (var left = DummyProcess.Start(typeof(Program).Assembly, "save", _files.Path, "left", "200", "2"))
        using (var right = DummyProcess.Start(typeof(Program).Assembly, "save", _files.Path, "right", "200", "2"))
        {
            var acknowledged = await Task.WhenAll(left.ReadAsync(int.MaxValue, Stop), right.ReadAsync(int.MaxValue, Stop));
            Assert.All(acknowledged, lines => Assert.Equal(200, lines.Count));
            Assert.Equal(0, await left.WaitAsync(Stop));
            Assert.Equal(0, await right.WaitAsync(Stop));
        }

        await using (var store = _files.Open())
        {
            Assert.Equal(new StoreStatistics(0, 0, 400, 400), await store.GetStatisticsAsync(Stop));
            foreach (var key in Enumerable.Range(0, 200).SelectMany(i => (string[])[$"left-{i}", $"right-{i}"]))
            {
                Assert.Equal("T." + key, (await store.FindVerdictAsync(key, Stop))?.Theorem);
                Assert.Equal(SampleProofs.Submission(key).Text, (await store.GetProofAsync(key, Stop))?.Text);
            }
        }

        var report = await LiteDbProofStore.RepairAsync(_files.Path, cancellationToken: Stop);
        Assert.Equal((new StoreStatistics(0, 0, 400, 400), 0L), (report.Recovered, report.Lost));
    }

    [Fact]
    public async Task Two_stores_of_one_process_take_turns()
    {
        await using var first = _files.Open();
        await using var second = _files.Open();
        for (var i = 0; i < 10; i++)
        {
            var key = $"k{i}";
            await (i % 2 == 0 ? first : second).SaveVerdictAsync(SampleProofs.Submission(key), SampleProofs.Proved(key), Stop);
            Assert.NotNull(await (i % 2 == 0 ? second : first).FindVerdictAsync(key, Stop));
        }
    }

    [Fact]
    public async Task An_idle_store_lets_go_of_the_file()
    {
        var time = new FakeTimeProvider();
        await using var store = _files.Open(time);
        await store.GetStatisticsAsync(Stop);

        // The store's worker begins its idle wait shortly after the answer, so time may have to pass in several steps.
        while (IsLocked())
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        Assert.False(File.Exists(_files.LogPath) && new FileInfo(_files.LogPath).Length > 0);
        Assert.NotNull(await store.GetStatisticsAsync(Stop));
    }

    [Fact]
    public async Task Waiting_for_a_file_in_use_ends_with_the_name_of_the_holder()
    {
        using var holder = DummyProcess.Start(typeof(Program).Assembly, "hold", _files.Path);
        Assert.Equal("held", await holder.ReadLineAsync(Stop));
        var time = new FakeTimeProvider();
        await using var store = _files.Open(time);

        var waiting = store.GetStatisticsAsync(Stop);
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<StoreException>(() => waiting);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"process {holder.Id} "), failure.Message, StringComparison.Ordinal);
        Assert.Contains(_files.Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_file_can_be_cancelled()
    {
        using var holder = DummyProcess.Start(typeof(Program).Assembly, "hold", _files.Path);
        Assert.Equal("held", await holder.ReadLineAsync(Stop));
        var time = new FakeTimeProvider();
        var store = _files.Open(time);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var waiting = store.SaveVerdictAsync(SampleProofs.Submission("k"), SampleProofs.Proved("k"), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, await holder.WaitAsync(Stop));
        await DisposeAsync(store, time);
        await using var later = _files.Open();
        Assert.Null(await later.FindVerdictAsync("k", Stop));
    }

    [Fact]
    public async Task The_file_is_free_as_soon_as_its_holder_is_killed()
    {
        using (var holder = DummyProcess.Start(typeof(Program).Assembly, "hold", _files.Path))
        {
            Assert.Equal("held", await holder.ReadLineAsync(Stop));
            Assert.True(IsLocked());
        }

        await using var store = _files.Open();
        Assert.Equal(0, (await store.GetStatisticsAsync(Stop)).Proofs);
    }

    private static async Task DisposeAsync(LiteDbProofStore store, FakeTimeProvider time)
    {
        var closing = store.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        await closing;
    }

    private bool IsLocked()
    {
        try
        {
            using var free = new FileStream(_files.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
