using System.Globalization;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;
using Prover.Tests.Support;

namespace Prover.Core.Tests.Storage;

public sealed class DurabilitySpecs : IDisposable
{
    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 57)]
    [InlineData(8, 100)]
    [InlineData(8, 301)]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed(int writers, int killAfter)
    {
        List<string> acknowledged;
        using (var writer = DummyProcess.Start(typeof(Program).Assembly, "save", _files.Path, "k", "1000000", writers.ToString(CultureInfo.InvariantCulture)))
        {
            acknowledged = await ReadLinesAsync(writer, killAfter);
            await writer.KillAsync(Stop);
            // The last line may be half a key.
            acknowledged.AddRange((await writer.ReadAsync(int.MaxValue, Stop)).SkipLast(1));
        }

        await AssertAllThereAsync(acknowledged);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_over_many_kills()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < 6; round++)
        {
            using var writer = DummyProcess.Start(typeof(Program).Assembly, "save", _files.Path, $"r{round}", "1000000", "4");
            acknowledged.AddRange(await ReadLinesAsync(writer, 40 + (round * 31)));
            await writer.KillAsync(Stop);
            acknowledged.AddRange((await writer.ReadAsync(int.MaxValue, Stop)).SkipLast(1));
        }

        await AssertAllThereAsync(acknowledged);
    }

    private static async Task<List<string>> ReadLinesAsync(DummyProcess process, int count)
    {
        var lines = new List<string>();
        while (lines.Count < count)
        {
            lines.Add(await process.ReadLineAsync(Stop) ?? throw new InvalidOperationException("The dummy ended early."));
        }

        return lines;
    }

    private async Task AssertAllThereAsync(List<string> keys)
    {
        await using var store = _files.Open();
        foreach (var key in keys)
        {
            Assert.Equal("T." + key, (await store.FindVerdictAsync(key, Stop))?.Theorem);
            Assert.Equal(SampleProofs.Submission(key).Text, (await store.GetProofAsync(key, Stop))?.Text);
        }

        var statistics = await store.GetStatisticsAsync(Stop);
        Assert.Equal(statistics.Verdicts, statistics.Proofs);
        Assert.InRange(statistics.Proofs, keys.Count, long.MaxValue);
        Assert.Equal(statistics.Proofs, await CountListedAsync(store));
    }

    private static async Task<long> CountListedAsync(LiteDbProofStore store)
    {
        var count = 0L;
        var query = new ProofQuery { PageSize = 1000 };
        do
        {
            var page = await store.ListProofsAsync(query, Stop);
            count += page.Proofs.Count;
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
        return count;
    }
}
