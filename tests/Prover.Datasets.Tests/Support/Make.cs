using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Datasets.Entries;

namespace Prover.Datasets.Tests.Support;

/// <summary>Entries as tests want them.</summary>
internal static class Make
{
    public static readonly ToolchainIdentity Lean = new("embedded", "4.28.0", "00ff00ff00ff00ff", false);

    public static DatasetEntry Problem(int number, params DatasetAttempt[] attempts) =>
        Problem(number, $"theorem t{number} (a b : Nat) (h : a = {number * 7919}) : b + a = {number * 7919} + b", attempts);

    public static DatasetEntry Problem(int number, string statement, params DatasetAttempt[] attempts) =>
        new($"{number:D6}", $"t{number}", statement, number % 2 == 0 ? "even" : "odd/deep")
        {
            Licence = number % 3 == 0 ? null : "MIT",
            Round = number % 4,
            Informal = number % 5 == 0 ? $"Problem “{number}”." : null,
            Attempts = [.. attempts.Select(a => a with { Text = a.Proof is null ? null : $"{statement} := {a.Proof}\n" })],
        };

    public static DatasetAttempt Proved(string proof, Grade grade = Grade.Replayed) => new($"id of {proof}", AttemptOutcome.Proved)
    {
        Proof = proof,
        Origin = "portfolio/omega",
        Prover = "loop",
        Grade = grade,
        Axioms = ["propext", "Quot.sound"],
        Toolchain = Lean,
        ElapsedMilliseconds = 12.5,
        Tokens = 3,
        ParentId = "parent",
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    public static DatasetAttempt Ended(AttemptOutcome outcome, string proof = "by simp") => new($"{outcome} {proof}", outcome)
    {
        Proof = proof,
        Origin = "model",
        FirstError = outcome == AttemptOutcome.NotProved ? "simp made no progress" : "nothing is known",
        Toolchain = Lean,
    };
}
