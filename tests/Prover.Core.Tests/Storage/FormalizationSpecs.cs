using Prover.Core.Formalization;

namespace Prover.Core.Tests.Storage;

public sealed class FormalizationSpecs : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly FormalizedProblem Sample = new()
    {
        Id = "abc",
        Text = "Prove that $n < n + 1$ — für alle 𝔸.",
        Statement = new FormalStatement("theorem t (n : Nat) : n < n + 1", "english"),
        Level = FaithfulnessLevel.Corroborated,
        Evidence =
        [
            new Evidence(EvidenceKind.Elaborates, Finding.Supports, "Lean elaborates it.") { Elapsed = TimeSpan.FromTicks(1234567) },
            new Evidence(EvidenceKind.Agreement, Finding.Supports, "Another says the same.") { Detail = "theorem eqv : True\n⊢ \0" },
        ],
        Others =
        [
            new ExaminedStatement(
                new FormalStatement("theorem t : 1 = 2", "model/plain.v1"),
                FaithfulnessLevel.Contradicted,
                [new Evidence(EvidenceKind.Truth, Finding.Contradicts, "It is false.")]),
        ],
        CreatedAt = Noon,
    };

    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task I_can_read_back_a_formalization_with_all_its_fields()
    {
        await using (var store = _files.Open())
        {
            await store.SaveFormalizationAsync(Sample, Stop);
        }

        await using var reopened = _files.Open();
        Assert.Equivalent(Sample, await reopened.FindFormalizationAsync("abc", Stop), strict: true);
        Assert.Null(await reopened.FindFormalizationAsync("other", Stop));
    }

    [Fact]
    public async Task The_latest_counts_and_nothing_is_lost()
    {
        await using var store = _files.Open();
        var later = Sample with { Level = FaithfulnessLevel.Doubtful, CreatedAt = Noon.AddMinutes(1) };
        await store.SaveFormalizationAsync(later, Stop);
        await store.SaveFormalizationAsync(Sample, Stop);

        Assert.Equal(FaithfulnessLevel.Doubtful, (await store.FindFormalizationAsync("abc", Stop))!.Level);
        Assert.Equal([Noon, Noon.AddMinutes(1)], (await store.ListFormalizationsAsync("abc", Stop)).Select(p => p.CreatedAt));
    }

    [Fact]
    public async Task A_pinned_one_counts_before_whatever_comes_later()
    {
        await using var store = _files.Open();
        await store.SaveFormalizationAsync(Sample with { IsPinned = true, Level = FaithfulnessLevel.Pinned }, Stop);
        await store.SaveFormalizationAsync(Sample with { CreatedAt = Noon.AddDays(1) }, Stop);

        Assert.True((await store.FindFormalizationAsync("abc", Stop))!.IsPinned);
    }

    [Fact]
    public async Task Formalizations_survive_a_repair()
    {
        await using (var store = _files.Open())
        {
            await store.SaveFormalizationAsync(Sample, Stop);
        }

        await Core.Storage.LiteDb.LiteDbProofStore.RepairAsync(_files.Path, cancellationToken: Stop);

        await using var repaired = _files.Open();
        Assert.NotNull(await repaired.FindFormalizationAsync("abc", Stop));
    }
}
