using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Datasets.Entries;

/// <summary>One attempt at a problem.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DatasetAttempt(string Id, AttemptOutcome Outcome)
{
    /// <summary>The whole Lean text as it was checked; null where it was not kept.</summary>
    public string? Text { get; init; }

    /// <summary>What stands after <c>:=</c>; null where it was not kept apart from the text.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed it, e.g. <c>portfolio/omega</c>.</summary>
    public string Origin { get; init; } = string.Empty;

    /// <summary>The prover that was at work, e.g. <c>loop</c>; null when not known.</summary>
    public string? Prover { get; init; }

    /// <summary>How far it was checked; of what is proved only.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The axioms that it rests on.</summary>
    public IReadOnlyList<string> Axioms { get; init; } = [];

    /// <summary>Which Lean judged; null when not known.</summary>
    public ToolchainIdentity? Toolchain { get; init; }

    /// <summary>Milliseconds that its check took.</summary>
    public double ElapsedMilliseconds { get; init; }

    /// <summary>Tokens that were spent on it; 0 without a model.</summary>
    public long Tokens { get; init; }

    /// <summary>The attempt that it was to repair; null for a fresh one, and where nobody kept it.</summary>
    public string? ParentId { get; init; }

    /// <summary>Lean's first error, or why nothing is known; null for what is proved.</summary>
    public string? FirstError { get; init; }

    /// <summary>When it ended, UTC; null when not known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Characters of its proof, or of its text where the proof was not kept apart; null where neither was kept.</summary>
    public int? Length => Proof?.Length ?? Text?.Length;
}
