using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Problems with all that was tried on them.</summary>
internal static class WorkReading
{
    public static WorkPage Page(StoreTables tables, WorkQuery query)
    {
        var problems = tables.UpFrom(StoreSchema.Problems, query.After ?? string.Empty).Take(query.PageSize).Select(ProblemDocument.ToProblem).ToList();
        var work = problems.ConvertAll(p => new StoredWork(
            p, query.WithProofs ? ProofsOf(tables, p.Id) : [], query.WithAttempts ? AttemptsOf(tables, p.Id) : []));
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
    [
        .. tables.Where(StoreSchema.Attempts, AttemptDocument.Problem, problem)
            .Select(AttemptDocument.ToAttempt)
            .OrderBy(attempt => attempt.CreatedAt)
            .ThenBy(attempt => attempt.Id, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<StoredProof> ProofsOf(StoreTables tables, string problem) =>
    [
        .. tables.Where(StoreSchema.Proofs, ProofDocument.Problem, problem)
            .Select(ProofDocument.ToProof)
            .OrderBy(proof => proof.CreatedAt)
            .ThenBy(proof => proof.Id, StringComparer.Ordinal),
    ];

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
