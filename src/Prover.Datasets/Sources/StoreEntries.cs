using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Sources;

/// <summary>What a store keeps of a problem as an entry.</summary>
internal static class StoreEntries
{
    public static DatasetEntry Of(StoredProblem problem, IReadOnlyList<StoredProof> proofs, IReadOnlyList<StoredAttempt> attempts, SourceMarks marks)
    {
        var statement = attempts.Count > 0 ? Parse(problem.Statement) : null;
        var kept = proofs.Where(p => Proves(p, problem)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<DatasetAttempt>(attempts.Count + kept.Count);
        foreach (var attempt in attempts)
        {
            if (attempt.VerdictKey is { } key && !attempt.Refutes && kept.TryGetValue(key, out var proof))
            {
                told.Add(key);
                all.Add(Of(proof) with { Id = attempt.Id, Proof = attempt.Proof, Tokens = attempt.Tokens, Origin = attempt.Origin });
            }
            else
            {
                all.Add(Of(attempt, statement));
            }
        }

        // Proofs whose attempts were not asked for, or that no search has found.
        all.AddRange(kept.Values.Where(p => !told.Contains(p.Id)).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Of(p) with { Proof = ProofOf(p, problem) }));
        return new DatasetEntry(problem.Id, problem.Name, problem.Statement, marks.Source ?? StoreSource.DefaultSource)
        {
            Licence = marks.Licence,
            Round = marks.Round,
            Attempts = all,
        };
    }

    /// <summary>A refutation is kept under the same problem, with the negation as what was asked.</summary>
    private static bool Proves(StoredProof proof, StoredProblem problem) =>
        proof.AskedStatement is { } asked && (asked == problem.Statement || Parse(asked)?.Head == problem.Statement);

    private static DatasetAttempt Of(StoredProof proof) => new(proof.Id, AttemptOutcome.Proved)
    {
        Text = proof.Text,
        Origin = proof.Origin,
        Grade = proof.Grade,
        Axioms = proof.Axioms,
        Toolchain = proof.Toolchain,
        ElapsedMilliseconds = proof.ElapsedMilliseconds,
        CreatedAt = proof.CreatedAt,
    };

    private static DatasetAttempt Of(StoredAttempt attempt, TheoremStatement? statement)
    {
        var outcome = AttemptOutcomes.Of(attempt.Kind);

        // Lean's "no" to a proof of the negation is none to the statement.
        outcome = attempt.Refutes && outcome.IsKnown() ? AttemptOutcome.Refuted : outcome;
        return new DatasetAttempt(attempt.Id, outcome)
        {
            Text = attempt is { Helpers: { } helpers, Refutes: false } ? statement?.WithProof(attempt.Proof, helpers) : null,
            Proof = attempt.Proof,
            Origin = attempt.Origin,
            ElapsedMilliseconds = attempt.ElapsedMilliseconds,
            Tokens = attempt.Tokens,
            FirstError = attempt.Reason,
            CreatedAt = attempt.CreatedAt,
        };
    }

    /// <summary>What follows the head and its <c>:=</c> at the end of a text; null where the text is laid out in another way.</summary>
    private static string? ProofOf(StoredProof proof, StoredProblem problem)
    {
        // Where lemmas stand between them, the head of the theorem is apart from what opens the statement.
        var theorem = proof.Text.StartsWith(problem.Statement, StringComparison.Ordinal) ? problem.Statement : LastTheorem(problem.Statement);
        var at = proof.Text.LastIndexOf(theorem, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = proof.Text.AsSpan(at + theorem.Length).TrimStart();
        return rest.StartsWith(":=") ? rest[2..].Trim().ToString() : null;
    }

    private static string LastTheorem(string statement)
    {
        var parsed = Parse(statement);
        return parsed is null ? statement : statement[parsed.Preface.Length..];
    }

    private static TheoremStatement? Parse(string statement)
    {
        try
        {
            return TheoremStatement.Parse(statement);
        }
        catch (InvalidStatementException)
        {
            return null;
        }
    }
}
