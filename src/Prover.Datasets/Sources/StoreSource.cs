using System.Runtime.CompilerServices;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Sources;

/// <summary>Everything that a store of proofs keeps. A proof counts only for the statement that was asked for: what proves the negation, or was
/// kept without a trusted statement, is left out.</summary>
/// <param name="store">The store's reading side.</param>
/// <param name="proofs">The same store, for proofs by id.</param>
/// <param name="name">What to call it in the card, e.g. the file's name.</param>
/// <param name="marks">What the store does not know.</param>
public sealed class StoreSource(IStoreReader store, IProofStore proofs, string name, SourceMarks? marks = null) : IDatasetSource
{
    private readonly SourceMarks _marks = marks ?? new SourceMarks();

    /// <summary>The source of problems that nobody has marked.</summary>
    public const string DefaultSource = "store";

    /// <inheritdoc />
    public string Description => $"store {name}";

    /// <inheritdoc />
    public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var loose = (await store.ListLooseProofsAsync(cancellationToken).ConfigureAwait(false))
            .Where(l => l.ProblemId is not null)
            .GroupBy(l => l.ProblemId!, l => l.ProofId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

        // The next page is read while this one is made use of.
        var next = ReadAsync(null);
        while (next is not null)
        {
            var (work, after) = await next.ConfigureAwait(false);
            next = after is null ? null : ReadAsync(after);
            foreach (var one in work)
            {
                var kept = one.Proofs;
                if (loose.Remove(one.Problem.Id, out var more))
                {
                    kept = [.. kept, .. await GetAsync(more, cancellationToken).ConfigureAwait(false)];
                }

                yield return StoreEntries.Of(one.Problem, kept, one.Attempts, _marks);
            }
        }

        foreach (var (problem, ids) in loose.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var found = await GetAsync(ids, cancellationToken).ConfigureAwait(false);
            if (found is [{ AskedStatement: { } asked } first, ..])
            {
                yield return StoreEntries.Of(
                    new StoredProblem(problem, first.Theorem, TheoremStatement.Parse(asked).Head, first.CreatedAt), found, [], _marks);
            }
        }

        Task<WorkPage> ReadAsync(string? after) =>
            store.ReadWorkAsync(new WorkQuery { After = after, WithAttempts = request.WithFailures }, cancellationToken);
    }

    private async Task<IReadOnlyList<StoredProof>> GetAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<StoredProof>();
        foreach (var id in ids)
        {
            if (await proofs.GetProofAsync(id, cancellationToken).ConfigureAwait(false) is { } proof)
            {
                found.Add(proof);
            }
        }

        return found;
    }
}
