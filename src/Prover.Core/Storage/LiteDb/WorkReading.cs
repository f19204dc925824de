using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Problems with all that was tried on them.</summary>
internal static class WorkReading
{
    public static WorkPage Page(StoreTables tables, WorkQuery query)
    {
        var problems = tables.UpFrom(StoreSchema.Problems, query.After ?? string.Empty).Take(query.PageSize).Select(ProblemDocument.ToProblem).ToList();
        if (problems.Count == 0)
        {
            return new WorkPage([], null);
        }

        // One walk along each index in place of a question for each problem.
        var (first, last) = (problems[0].Id, problems[^1].Id);
        var proofs = query.WithProofs
            ? tables.Between(StoreSchema.Proofs, ProofDocument.Problem, first, last).Select(ProofDocument.ToProof).ToLookup(p => p.ProblemId, StringComparer.Ordinal)
            : null;
        var attempts = query.WithAttempts
            ? tables.Between(StoreSchema.Attempts, AttemptDocument.Problem, first, last).Select(AttemptDocument.ToAttempt).ToLookup(a => a.ProblemId, StringComparer.Ordinal)
            : null;
        var work = problems.ConvertAll(p => new StoredWork(
            p,
            [.. (proofs?[p.Id] ?? []).OrderBy(proof => proof.CreatedAt).ThenBy(proof => proof.Id, StringComparer.Ordinal)],
            Ordered(attempts?[p.Id] ?? [])));
        return new WorkPage(work, problems.Count < query.PageSize ? null : problems[^1].Id);
    }

    public static IReadOnlyList<LooseProof> Loose(StoreTables tables) =>
    [
        .. tables.WhereMissing(StoreSchema.Proofs, ProofDocument.Problem)
            .Select(d => new LooseProof(d["_id"].AsString, ProblemOf(BsonFields.ToText(d["asked"]))))
            .OrderBy(l => l.ProblemId, StringComparer.Ordinal)
            .ThenBy(l => l.ProofId, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<StoredAttempt> AttemptsOf(StoreTables tables, string problem) =>
        Ordered(tables.Where(StoreSchema.Attempts, AttemptDocument.Problem, problem).Select(AttemptDocument.ToAttempt));

    private static IReadOnlyList<StoredAttempt> Ordered(IEnumerable<StoredAttempt> attempts) =>
        [.. attempts.OrderBy(attempt => attempt.CreatedAt).ThenBy(attempt => attempt.Id, StringComparer.Ordinal)];

    private static string? ProblemOf(string? asked)
    {
        try
        {
            return asked is null ? null : ContentKey.Hash(TheoremStatement.Parse(asked).Head);
        }
        catch (InvalidStatementException)
        {
            return null;
        }
    }
}
