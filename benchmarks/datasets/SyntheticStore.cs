using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Verification;

namespace Prover.DatasetsBenchmark;

/// <summary>A store of made-up proofs: their sizes are those of real ones, and nobody has verified them.</summary>
internal static class SyntheticStore
{
    private static readonly ToolchainIdentity Lean = new("embedded", "4.28.0", new string('0', 64), false);
    private static readonly string[] Facts = ["Nat.gcd x y = {0}", "x ^ 2 + y ^ 2 ≤ {0} * z", "x % {0} = 5", "(x : Int) - y > {0}", "x / {0} = y", "x ∣ {0} * y", "2 ^ x < {0} ^ y", "x ≠ {0} ∨ y = z"];

    /// <summary>Fills a store: each problem has one proof and as many attempts as asked for, the proof's among them.</summary>
    public static async Task FillAsync(LiteDbProofStore store, int proofs, int attempts)
    {
        var random = new Random(1);
        for (var i = 0; i < proofs; i += 200)
        {
            await Task.WhenAll(Enumerable.Range(i, Math.Min(200, proofs - i)).Select(n => AddAsync(store, n, attempts, new Random(random.Next()))));
        }
    }

    private static async Task AddAsync(LiteDbProofStore store, int number, int attempts, Random random)
    {
        var hypotheses = Enumerable.Range(0, random.Next(2, 5)).Select(h => $"(h{h} : {string.Format(null, Facts[random.Next(Facts.Length)], random.Next(2, 5_000))})");
        var statement = TheoremStatement.Parse($"open Nat\n\ntheorem synthetic_{number} (x y z : Nat) {string.Join(' ', hypotheses)} : x * {random.Next(10_000)} + y = y + {random.Next(10_000)} * x");
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(statement.Head)));
        string Proof(int attempt) => "by\n" + string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(l => $"  have step_{l} : x + {random.Next(1_000)} = {random.Next(1_000)} + x := by omega\n")) + $"  first | omega | (simp_all; done) -- {attempt}";

        var tries = Enumerable.Range(0, attempts).Select(a => new StoredAttempt(
            Guid.CreateVersion7().ToString("N"),
            id,
            Proof(a),
            "model/prove.v1",
            a == attempts - 1 ? VerdictKind.Proved : a == 1 ? VerdictKind.TimedOut : VerdictKind.Rejected,
            a == attempts - 1 ? null : "omega could not prove the goal: a possible counterexample may satisfy the constraints",
            a == attempts - 1 ? $"key {id}" : null,
            12.5,
            DateTimeOffset.UtcNow)
        { Helpers = string.Empty }).ToList();
        var text = statement.WithProof(tries[^1].Proof);
        await store.SaveProblemAsync(new StoredProblem(id, statement.LocalName, statement.Head, DateTimeOffset.UtcNow));
        await store.SaveAttemptsAsync(tries);
        await store.SaveVerdictAsync(
            new Submission(text, statement.Head, "model/prove.v1", id),
            new Verdict
            {
                Kind = VerdictKind.Proved,
                Grade = Grade.Replayed,
                Theorem = statement.LocalName,
                Statement = statement.Head,
                Axioms = ["Quot.sound", "propext"],
                Key = $"key {id}",
                Toolchain = Lean,
                Audit = new AuditReport { Grade = Grade.Replayed, Theorem = statement.LocalName, Statement = "s", Axioms = [], Imports = ["Init"], Constants = [], Definitions = [], CompiledSha256 = new string('0', 64) },
            });
    }
}
