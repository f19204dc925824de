using Prover.Core.Certificates;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Certificates;

/// <summary>A certificate, and how it is written.</summary>
internal static class Sample
{
    public static readonly string Hash = new('a', 64);

    public static ProofCertificate Certificate => new()
    {
        Theorem = "Set.«∑ₙ ⟨x⟩ is fine»",
        Statement = new CertifiedStatement { Asked = "theorem t : ∀ n, n ≤ n", Written = "∀ (n : Nat), n ≤ n" },
        Proof = "theorem t : ∀ n, n ≤ n := by\n  simp -- \"so\"\n",
        Toolchain = new CertifiedToolchain { Kind = "embedded", LeanVersion = "4.28.0-pre", Hash = "00" },
        Compiled = new CertifiedFile { File = "t.olean", Bytes = 1234, Sha256 = Hash },
        Audit = new CertifiedAudit { Axioms = ["propext"], Imports = ["Init"], Constants = ["t", "t._simp_1"], Definitions = [], Kernels = ["Lean 4.28.0-pre"] },
        Grade = Grade.Replayed,
        Timings = new CertifiedTimings { ElaborationMs = 12.5, AuditMs = 3, ReplayMs = 4, TotalMs = 20.1 },
        ContentKey = Hash,
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    public static string Text => $$"""
        {
          "format": "prover-certificate/1",
          "theorem": "Set.«∑ₙ ⟨x⟩ is fine»",
          "statement": {
            "asked": "theorem t : ∀ n, n ≤ n",
            "written": "∀ (n : Nat), n ≤ n"
          },
          "proof": "theorem t : ∀ n, n ≤ n := by\n  simp -- \"so\"\n",
          "toolchain": {
            "kind": "embedded",
            "lean_version": "4.28.0-pre",
            "hash": "00"
          },
          "compiled": {
            "file": "t.olean",
            "bytes": 1234,
            "sha256": "{{Hash}}"
          },
          "audit": {
            "axioms": [
              "propext"
            ],
            "imports": [
              "Init"
            ],
            "constants": [
              "t",
              "t._simp_1"
            ],
            "definitions": [],
            "kernels": [
              "Lean 4.28.0-pre"
            ]
          },
          "grade": "replayed",
          "timings": {
            "elaboration_ms": 12.5,
            "audit_ms": 3,
            "replay_ms": 4,
            "total_ms": 20.1
          },
          "content_key": "{{Hash}}",
          "created_at": "2026-01-02T03:04:05+00:00"
        }

        """;
}
