using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Dummy;

/// <summary>Proofs made from their keys, so that another process can tell whether it reads back what was saved.</summary>
public static class SampleProofs
{
    public static Submission Submission(string key) =>
        new($"theorem T.{key} : 1 + 1 = 2 := by\n  -- {new string('x', key.Length * 40)}\n  rfl", null, "verify");

    public static Verdict Proved(string key, Grade grade = Grade.Replayed) => new()
    {
        Kind = VerdictKind.Proved,
        Grade = grade,
        Theorem = "T." + key,
        Statement = "1 + 1 = 2",
        Axioms = ["propext", "Quot.sound"],
        Messages = [new LeanMessage(LeanSeverity.Warning, new LeanPosition(1, 8), new LeanPosition(1, 9), "unused ∀ variable")],
        Key = key,
        Elapsed = TimeSpan.FromMilliseconds(12.5),
        Toolchain = new ToolchainIdentity("embedded", "4.28.0-pre", "abc123", HasMathlib: false),
        Audit = grade == Grade.Compiled ? null : Audit(key, grade),
        Elaboration = TimeSpan.FromTicks(76_543),
    };

    private static AuditReport Audit(string key, Grade grade) => new()
    {
        Grade = grade,
        Theorem = "T." + key,
        Statement = "@Eq Nat (1 + 1) 2",
        Axioms = ["Quot.sound", "propext"],
        Imports = ["Init", "Std"],
        Constants = ["T.helper", "T." + key],
        Definitions = ["T.double"],
        CompiledSha256 = "00ff",
        Kernels = grade == Grade.Replayed ? ["Lean 4.28.0-pre"] : [],
        AuditTime = TimeSpan.FromTicks(11_111),
        ReplayTime = TimeSpan.FromTicks(222_222),
    };
}
