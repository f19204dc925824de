using Prover.Core.Auditing;
using Prover.Core.Formalization;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Service.Tests.Support;

internal static class Samples
{
    public const string Text = "theorem one : 1 = 1 := rfl";

    public static readonly ToolchainIdentity Toolchain = new("native", "4.28.0", "00ff", true);

    public static readonly LeanMessage[] Messages =
    [
        new(LeanSeverity.Information, new(1, 0), null, "info ∀"),
        new(LeanSeverity.Warning, new(2, 3), new(2, 9), "warning"),
        new(LeanSeverity.Error, new(4, 0), new(5, 1), "error"),
    ];

    /// <summary>A verdict with every field set that its kind may have.</summary>
    public static Verdict Verdict(VerdictKind kind) => new()
    {
        Kind = kind,
        Grade = kind is VerdictKind.Proved or VerdictKind.Refuted ? Grade.Audited : null,
        Theorem = "Name.one",
        Statement = "1 = 1",
        Axioms = ["Quot.sound", "propext"],
        Messages = Messages,
        Reason = kind == VerdictKind.Proved ? null : $"because {kind}",
        Key = "abc",
        Elapsed = TimeSpan.FromTicks(12_345_678),
        Cached = kind == VerdictKind.Rejected,
        Toolchain = Toolchain,
        Refusal = kind == VerdictKind.Rejected ? Refusal(RefusalRule.Axiom) : null,
        Audit = kind is VerdictKind.Proved or VerdictKind.Refuted ? Audit(Grade.Audited) : null,
        Elaboration = TimeSpan.FromTicks(7_654_321),
    };

    public static Refusal Refusal(RefusalRule rule) => new(rule, "because of it")
    {
        Constant = "sorryAx",
        Chain = ["Name.one", "helper", "sorryAx"],
        Expected = "1 = 1",
        Found = "1 = 2",
    };

    public static AuditReport Audit(Grade grade) => new()
    {
        Grade = grade,
        Theorem = "Name.one",
        Statement = "@Eq Nat 1 1",
        Axioms = ["Quot.sound"],
        Imports = ["Init", "Std"],
        Constants = ["Name.one", "double", "helper"],
        Definitions = ["double"],
        CompiledSha256 = "ff00",
        Kernels = ["Lean 4.28.0", "another"],
        AuditTime = TimeSpan.FromTicks(123),
        ReplayTime = TimeSpan.FromTicks(456),
    };

    public static Verdict Overloaded => new() { Kind = VerdictKind.Infrastructure, Reason = "The queue is full.", Overloaded = true };

    public static StoredProof Proof(string id, string? problemId = "problem") => new(
        id, "Name.one", "1 = 1", Text, Grade.Replayed, ["propext"], Toolchain, "portfolio/rfl", problemId, 12.5,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero))
    {
        Audit = Audit(Grade.Replayed),
        AskedStatement = "theorem one : 1 = 1",
    };

    public static readonly ProveEvent.Started Started = new("Name.one", "1 = 1", "⊢ 1 = 1") { At = TimeSpan.FromMilliseconds(1) };

    public static FormalizedProblem Formalized { get; } = new()
    {
        Id = "abc",
        Text = "Show that 1 = 1.",
        Statement = new FormalStatement("theorem one : 1 = 1", "english"),
        Level = FaithfulnessLevel.Corroborated,
        Evidence =
        [
            new Evidence(EvidenceKind.Elaborates, Finding.Supports, "It elaborates.") { Elapsed = TimeSpan.FromMilliseconds(7) },
            new Evidence(EvidenceKind.BackTranslation, Finding.Doubts, "It may say less.") { Detail = "one is one" },
            new Evidence(EvidenceKind.Wording, Finding.Unknown, "No numbers."),
        ],
        Others = [new ExaminedStatement(new FormalStatement("theorem two : 1 = 2", "fast/plain.v1"), FaithfulnessLevel.Contradicted, [new Evidence(EvidenceKind.Truth, Finding.Contradicts, "It is false.")])],
        IsPinned = true,
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    /// <summary>A whole formalization: every event, with every field that there is.</summary>
    public static FormalizeEvent[] Formalization() =>
    [
        new FormalizeEvent.Model(new ModelEvent.Asked("fast", "formalize", 1)) { At = TimeSpan.FromMilliseconds(1) },
        new FormalizeEvent.Proposed(Formalized.Statement) { At = TimeSpan.FromMilliseconds(1) },
        new FormalizeEvent.Declined("slow/plain.v1", "It is down.") { At = TimeSpan.FromMilliseconds(1) },
        .. Formalized.Evidence.Select(e => new FormalizeEvent.Examined(Formalized.Statement, e) { At = TimeSpan.FromMilliseconds(2) }),
        new FormalizeEvent.Finished(new FormalizeResult { Problem = Formalized, Usage = new ModelUsage(1, 2, 3, 0.5m) }) { At = TimeSpan.FromMilliseconds(3) },
    ];

    /// <summary>A whole search: every event, with every field that there is.</summary>
    public static ProveEvent[] Search(VerdictKind end)
    {
        var first = new ProofCandidate("by omega", "portfolio/omega") { MaxHeartbeats = 200, Tokens = 3, Refutes = true, Helpers = "theorem aid : True := trivial" };
        var second = new ProofCandidate("rfl", "model");
        return
        [
            new ProveEvent.Formalizing(Formalization()[1]) { At = TimeSpan.FromMilliseconds(1) },
            Started,
            new ProveEvent.Model(new ModelEvent.Asked("fast", "prove", 2)) { At = TimeSpan.FromMilliseconds(2) },
            new ProveEvent.Model(new ModelEvent.Unusable("fast", "prove", "no code")) { At = TimeSpan.FromMilliseconds(2) },
            new ProveEvent.Model(new ModelEvent.Answered("fast", "prove", new ModelUsage(1, 2, 1, 0.25m))) { At = TimeSpan.FromMilliseconds(2) },
            new ProveEvent.Model(new ModelEvent.Failed("slow", "repair", "down")) { At = TimeSpan.FromMilliseconds(2) },
            new ProveEvent.CandidateStarted(1, first) { At = TimeSpan.FromMilliseconds(2) },
            new ProveEvent.CandidateStarted(2, second) { At = TimeSpan.FromMilliseconds(3) },
            new ProveEvent.CandidateFinished(1, first, Verdict(VerdictKind.TimedOut)) { At = TimeSpan.FromMilliseconds(4) },
            new ProveEvent.CandidateFinished(2, second, Verdict(VerdictKind.Infrastructure)) { At = TimeSpan.FromMilliseconds(5) },
            new ProveEvent.Finished(new ProveResult
            {
                Verdict = Verdict(end),
                Proof = end == VerdictKind.Proved ? Text : null,
                Origin = end == VerdictKind.Proved ? "model" : null,
                Samples = 2,
                TimedOut = 1,
                Failed = 1,
                Usage = new ModelUsage(1, 2, 1, 0.25m),
                Problem = Formalized,
            })
            { At = TimeSpan.FromMilliseconds(6) },
        ];
    }
}
