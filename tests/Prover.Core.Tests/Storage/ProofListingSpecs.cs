using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Storage;

public sealed class ProofListingSpecs : IDisposable
{
    private readonly TemporaryStore _files = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Newest_proofs_come_first()
    {
        await using var store = _files.Open(_time);
        await SaveAsync(store, "a", "b", "c");

        var page = await store.ListProofsAsync(new ProofQuery(), Stop);

        Assert.Equal(["c", "b", "a"], page.Proofs.Select(proof => proof.Id));
        Assert.Null(page.NextPageToken);
    }

    [Fact]
    public async Task Names_are_found_in_any_case()
    {
        await using var store = _files.Open(_time);
        await SaveAsync(store, "Add_comm", "mul_comm", "add_ZERO");

        var page = await store.ListProofsAsync(new ProofQuery { NameContains = "ADD_" }, Stop);

        Assert.Equal(["add_ZERO", "Add_comm"], page.Proofs.Select(proof => proof.Id));
    }

    [Fact]
    public async Task Weaker_grades_of_older_versions_are_left_out_unless_asked_for()
    {
        StoreSchema.Create(_files.Path, [.. Enum.GetValues<Grade>().Select((grade, i) => OldDocuments.Proof(grade.ToString(), grade, i))]);
        await using var store = _files.Open(_time);

        Assert.Equal([Grade.Replayed], await ListAsync(new ProofQuery()));
        Assert.Equal([Grade.Replayed, Grade.Audited], await ListAsync(new ProofQuery { MinimumGrade = Grade.Audited }));
        Assert.Equal([Grade.Replayed, Grade.Audited, Grade.Compiled], await ListAsync(new ProofQuery { MinimumGrade = Grade.Compiled }));

        async Task<IEnumerable<Grade>> ListAsync(ProofQuery query) => (await store.ListProofsAsync(query, Stop)).Proofs.Select(proof => proof.Grade);
    }

    [Fact]
    public Task Every_proof_is_listed_once_whatever_is_saved_between_the_pages() => Gen
        .Select(Gen.Int[0, 12], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Bool)
        .SampleAsync(
            async (count, pageSize, between, sameInstant) =>
            {
                using var files = new TemporaryStore();
                var time = new FakeTimeProvider();
                await using var store = files.Open(time);
                var step = sameInstant ? TimeSpan.Zero : TimeSpan.FromTicks(1);
                await SaveAsync(store, time, step, [.. Enumerable.Range(0, count).Select(i => $"old{i:D2}")]);

                var listed = new List<string>();
                var query = new ProofQuery { PageSize = pageSize };
                var inserted = 0;
                do
                {
                    var page = await store.ListProofsAsync(query, Stop);
                    listed.AddRange(page.Proofs.Select(proof => proof.Id));
                    Assert.True(page.Proofs.Count <= pageSize);
                    query = query with { PageToken = page.NextPageToken };
                    time.Advance(TimeSpan.FromTicks(1));
                    await SaveAsync(store, time, step, [.. Enumerable.Range(0, between).Select(_ => $"new{inserted++:D2}")]);
                }
                while (query.PageToken is not null);

                Assert.Equal(Enumerable.Range(0, count).Select(i => $"old{count - 1 - i:D2}"), listed);
            },
            iter: 25,
            threads: 1);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64!")]
    public async Task A_page_token_that_is_none_is_refused_with_the_remedy(string token)
    {
        await using var store = _files.Open(_time);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => store.ListProofsAsync(new ProofQuery { PageToken = token }, Stop));

        Assert.Contains("NextPageToken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_token_of_another_query_is_refused()
    {
        await using var store = _files.Open(_time);
        await SaveAsync(store, "a", "b");
        var token = (await store.ListProofsAsync(new ProofQuery { PageSize = 1 }, Stop)).NextPageToken;

        await Assert.ThrowsAsync<ArgumentException>(
            () => store.ListProofsAsync(new ProofQuery { PageToken = token, NameContains = "b" }, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_size_out_of_range_is_refused(int size)
    {
        await using var store = _files.Open(_time);

        await Assert.ThrowsAsync<ArgumentException>(() => store.ListProofsAsync(new ProofQuery { PageSize = size }, Stop));
    }

    private Task SaveAsync(LiteDbProofStore store, params string[] keys) => SaveAsync(store, _time, TimeSpan.FromSeconds(1), keys);

    private static async Task SaveAsync(LiteDbProofStore store, FakeTimeProvider time, TimeSpan step, string[] keys)
    {
        foreach (var key in keys)
        {
            await store.SaveVerdictAsync(SampleProofs.Submission(key), SampleProofs.Proved(key), Stop);
            time.Advance(step);
        }
    }
}
