using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Dummy;

/// <summary>Proofs made from their keys, so that another process can tell whether it reads back what was saved.</summary>
public static class SampleProofs
{
    public static Submission Submission(string key) =>
        new($"theorem T.{key} : 1 + 1 = 2 := by\n  -- {new string('x', key.Length * 40)}\n  rfl", null, "verify");

    public static Verdict Proved(string key) => new()
    {
        Kind = VerdictKind.Proved,
        Grade = Grade.Audited,
        Theorem = "T." + key,
        Statement = "1 + 1 = 2",
        Axioms = ["propext", "Quot.sound"],
        Messages = [new LeanMessage(LeanSeverity.Warning, new LeanPosition(1, 8), new LeanPosition(1, 9), "unused ∀ variable")],
        Key = key,
        Elapsed = TimeSpan.FromMilliseconds(12.5),
        Toolchain = new ToolchainIdentity("embedded", "4.28.0-pre", "abc123", HasMathlib: false),
    };
}
