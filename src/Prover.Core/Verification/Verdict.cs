using Prover.Core.Auditing;
using Prover.Core.Lean;

namespace Prover.Core.Verification;

/// <summary>How far a verdict was carried, weakest first; see the project's page on soundness.</summary>
public enum Grade
{
    /// <summary>Lean elaborated the text without an error or a <c>sorry</c>, the theorem stands in the environment
    /// with the asked statement, and its axioms are allowed.</summary>
    Compiled = 1,

    /// <summary>The compiled file, read as data by a program that is not Lean, holds exactly that theorem.</summary>
    Audited = 2,

    /// <summary>A kernel in a fresh process has checked every new constant again.</summary>
    Replayed = 3,
}

/// <summary>The answer to "is this text a proof of that statement?".</summary>
public enum VerdictKind
{
    /// <summary>Yes, at the verdict's grade.</summary>
    Proved,

    /// <summary>No: this text is no proof of that statement. Says nothing about the statement.</summary>
    Rejected,

    /// <summary>The budget was spent without a proof. Only of <c>prove</c>.</summary>
    NotProved,

    /// <summary>The negation of the statement is proved. Only of <c>prove</c>.</summary>
    Refuted,

    /// <summary>The time limit passed first; nothing is known.</summary>
    TimedOut,

    /// <summary>The caller cancelled; nothing is known.</summary>
    Cancelled,

    /// <summary>The machinery failed; nothing is known.</summary>
    Infrastructure,
}

/// <summary>A verdict with all that it rests on.</summary>
public sealed record Verdict
{
    /// <summary>What was found.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>How far it was carried; null unless <see cref="VerdictKind.Proved"/>.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Full name of the theorem judged, when one was found or asked for.</summary>
    public string? Theorem { get; init; }

    /// <summary>The statement as Lean prints it, when the theorem was found.</summary>
    public string? Statement { get; init; }

    /// <summary>The axioms it depends on, sorted.</summary>
    public IReadOnlyList<string> Axioms { get; init; } = [];

    /// <summary>Lean's messages, positions in the text as given.</summary>
    public IReadOnlyList<LeanMessage> Messages { get; init; } = [];

    /// <summary>The reason in a sentence, for every kind but <see cref="VerdictKind.Proved"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Which rule was broken, where, and by what chain; of <see cref="VerdictKind.Rejected"/>.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the audit found, for every grade above <see cref="Grade.Compiled"/>.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>Lean's own time for the text, at the time when it was elaborated; zero where that is not known.</summary>
    public TimeSpan Elaboration { get; init; }

    /// <summary>Content key of the question: toolchain, text, theorem name, statement and options.</summary>
    public string? Key { get; init; }

    /// <summary>Time from question to answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>True when the answer comes from the store.</summary>
    public bool Cached { get; init; }

    /// <summary>True when the machinery failed only because it had too much to do: try again later.
    /// Only of <see cref="VerdictKind.Infrastructure"/>.</summary>
    public bool Overloaded { get; init; }

    /// <summary>Which Lean judged.</summary>
    public ToolchainIdentity? Toolchain { get; init; }

    /// <summary>True for verdicts that asking again cannot change: these may be kept and repeated.</summary>
    public bool IsFinal => Kind is VerdictKind.Proved or VerdictKind.Rejected;
}
