using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;

namespace Prover.Core.Tests.Storage;

public sealed class DamageSpecs : IDisposable
{
    private const int Count = 60;
    private const int PageSize = 8192;

    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public Task An_empty_file_is_damaged_and_no_new_store() => AssertRefusedAsync(_ => [], "empty");

    [Fact]
    public Task A_truncated_file_is_damaged() => AssertRefusedAsync(bytes => bytes[..(bytes.Length / 2)], "cut short");

    [Fact]
    public Task A_file_without_its_first_page_is_none_of_ours() => AssertRefusedAsync(
        bytes => [.. new byte[PageSize], .. bytes[PageSize..]], "not a proof store");

    [Fact]
    public Task A_text_file_is_none_of_ours() => AssertRefusedAsync(_ => "Dear diary"u8.ToArray(), "not a proof store");

    [Fact]
    public Task A_file_with_an_overwritten_page_is_damaged() => AssertRefusedAsync(
        bytes =>
        {
            new Random(1).NextBytes(bytes.AsSpan(5 * PageSize, PageSize));
            return bytes;
        },
        "page 5");

    [Fact]
    public async Task A_missing_file_beside_its_log_is_damage()
    {
        await FillAsync();
        File.Delete(_files.Path);
        await File.WriteAllBytesAsync(_files.LogPath, new byte[PageSize], Stop);

        await using var store = _files.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.GetStatisticsAsync(Stop));
        Assert.Contains("missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_log_does_no_harm_to_a_closed_store()
    {
        await FillAsync();
        await File.WriteAllBytesAsync(_files.LogPath, [], Stop);

        await using var store = _files.Open();
        Assert.Equal(Count, (await store.GetStatisticsAsync(Stop)).Proofs);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(_files.Path, Stop);
        bytes[76] = 2; // LiteDB's user version
        await File.WriteAllBytesAsync(_files.Path, bytes, Stop);

        await using var store = _files.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.GetStatisticsAsync(Stop));
        Assert.Contains("newer version", failure.Message, StringComparison.Ordinal);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => LiteDbProofStore.RepairAsync(_files.Path, cancellationToken: Stop));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_files.Path, Stop));
    }

    [Fact]
    public async Task A_flipped_byte_in_a_proof_is_damage_and_no_other_proof()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(_files.Path, Stop);
        var place = bytes.AsSpan().IndexOf("theorem T.k7 : 1 + 1 = 2"u8) + "theorem T.k7 : 1 + 1 = ".Length;
        bytes[place] = (byte)'3';
        await File.WriteAllBytesAsync(_files.Path, bytes, Stop);

        await using var store = _files.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.GetProofAsync("k7", Stop));
        Assert.Contains("prover store repair", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await store.GetProofAsync("k8", Stop));
    }

    [Fact]
    public async Task A_directory_that_can_not_be_made_is_named_with_the_remedy()
    {
        await File.WriteAllTextAsync(_files.Path, "a file, no directory", Stop);
        var path = Path.Combine(_files.Path, "deeper", "proofs.db");
        await using var store = new LiteDbProofStore(path);

        var failure = await Assert.ThrowsAsync<StoreException>(() => store.GetStatisticsAsync(Stop));

        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("writable", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_named_with_the_remedy_and_the_store_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full plays the full disk.");
        await FillAsync();
        File.CreateSymbolicLink(_files.LogPath, "/dev/full");
        await using var store = _files.Open();

        var failure = await Assert.ThrowsAsync<StoreException>(
            () => store.SaveVerdictAsync(SampleProofs.Submission("new"), SampleProofs.Proved("new"), Stop));

        Assert.Contains("Free space", failure.Message, StringComparison.Ordinal);
        File.Delete(_files.LogPath);
        Assert.Null(await store.FindVerdictAsync("new", Stop));
        await store.SaveVerdictAsync(SampleProofs.Submission("new"), SampleProofs.Proved("new"), Stop);
        Assert.Equal(Count + 1, (await store.GetStatisticsAsync(Stop)).Proofs);
    }

    [Fact]
    public async Task A_closed_store_is_one_file_beside_its_locks()
    {
        await FillAsync();

        Assert.Equal(["proofs.db", "proofs.db.lock", "proofs.db.lock-holder", "proofs.db.lock-next"], _files.Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_repair_keeps_the_damaged_file_aside_and_recovers_the_rest()
    {
        await FillAsync();
        var damaged = await File.ReadAllBytesAsync(_files.Path, Stop);
        var page = damaged.AsSpan().IndexOf("theorem T.k7 : 1 + 1 = 2"u8) / PageSize;
        damaged.AsSpan(page * PageSize, PageSize).Clear();
        damaged.AsSpan(0, PageSize).Clear();
        await File.WriteAllBytesAsync(_files.Path, damaged, Stop);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 3, 4, 5, TimeSpan.Zero));

        var report = await LiteDbProofStore.RepairAsync(_files.Path, timeProvider: time, cancellationToken: Stop);

        Assert.Equal(_files.Path + ".damaged-20261124T020304005Z", report.DamagedCopy);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(report.DamagedCopy, Stop));
        Assert.Equal(2L * Count, report.Recovered.Verdicts + report.Recovered.Proofs + report.Lost);
        Assert.NotEqual(0, report.Lost);
        await using var store = _files.Open();
        Assert.Equal(report.Recovered, await store.GetStatisticsAsync(Stop));
        Assert.Null(await store.GetProofAsync("k7", Stop));
        await store.SaveVerdictAsync(SampleProofs.Submission("k7"), SampleProofs.Proved("k7"), Stop);
        Assert.NotNull(await store.GetProofAsync("k7", Stop));
    }

    [Fact]
    public async Task A_repair_cut_off_before_its_last_step_is_finished_by_the_next_use()
    {
        await FillAsync();
        File.Move(_files.Path, _files.Path + ".repaired");
        await File.WriteAllTextAsync(_files.Path, "damaged", Stop);
        await File.WriteAllTextAsync(_files.LogPath, "damaged", Stop);

        await using var store = _files.Open();

        Assert.Equal(Count, (await store.GetStatisticsAsync(Stop)).Proofs);
    }

    [Fact]
    public async Task There_is_nothing_to_repair_where_there_is_no_file()
    {
        await Assert.ThrowsAsync<StoreException>(() => LiteDbProofStore.RepairAsync(_files.Path, cancellationToken: Stop));
    }

    [Fact]
    public async Task Whatever_bytes_are_overwritten_no_wrong_proof_is_ever_read()
    {
        await FillAsync();
        var sound = await File.ReadAllBytesAsync(_files.Path, Stop);
        await Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[1, 3 * PageSize], Gen.Int).SampleAsync(
            async (start, length, seed) =>
            {
                using var files = new TemporaryStore();
                var bytes = (byte[])sound.Clone();
                new Random(seed).NextBytes(bytes.AsSpan(start, Math.Min(length, bytes.Length - start)));
                await File.WriteAllBytesAsync(files.Path, bytes, Stop);

                await AssertNothingWrongIsReadAsync(files);

                await LiteDbProofStore.RepairAsync(files.Path, cancellationToken: Stop);
                await AssertNothingWrongIsReadAsync(files);
            },
            iter: 30,
            threads: 1);
    }

    private static async Task AssertNothingWrongIsReadAsync(TemporaryStore files)
    {
        await using var store = files.Open();
        for (var i = 0; i < Count; i += 7)
        {
            try
            {
                var key = $"k{i}";
                var proof = await store.GetProofAsync(key, Stop);
                Assert.True(proof is null || proof.Text == SampleProofs.Submission(key).Text);
                var verdict = await store.FindVerdictAsync(key, Stop);
                Assert.True(verdict is null || verdict.Theorem == "T." + key);
            }
            catch (StoreException)
            {
                // damage, and said so
            }
        }
    }

    private async Task FillAsync()
    {
        await using var store = _files.Open();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i =>
            store.SaveVerdictAsync(SampleProofs.Submission($"k{i}"), SampleProofs.Proved($"k{i}"), Stop)));
    }

    private async Task AssertRefusedAsync(Func<byte[], byte[]> damage, string what)
    {
        await FillAsync();
        var damaged = damage(await File.ReadAllBytesAsync(_files.Path, Stop));
        await File.WriteAllBytesAsync(_files.Path, damaged, Stop);
        await using var store = _files.Open();

        var failure = await Assert.ThrowsAsync<StoreException>(() => store.GetStatisticsAsync(Stop));

        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Contains(_files.Path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("prover store repair", failure.Message, StringComparison.Ordinal);
        await store.DisposeAsync();
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_files.Path, Stop));
    }
}
