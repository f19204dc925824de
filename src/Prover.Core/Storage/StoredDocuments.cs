using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Core.Storage;

/// <summary>What was judged: the text, and the trusted statement if one was given.</summary>
/// <param name="Text">The whole Lean text.</param>
/// <param name="Statement">The trusted statement; null when the text's own was accepted.</param>
/// <param name="Origin">Where it comes from: a sampler's origin, or <c>verify</c>.</param>
/// <param name="ProblemId">The problem it answers, if any.</param>
public sealed record Submission(string Text, string? Statement, string Origin, string? ProblemId = null);

/// <summary>A problem that somebody wanted proved.</summary>
/// <param name="Id">Content id: hex SHA-256 of toolchain-independent statement text.</param>
/// <param name="Name">The theorem's name.</param>
/// <param name="Statement">Lean text of the statement.</param>
/// <param name="CreatedAt">When it was first seen, UTC.</param>
public sealed record StoredProblem(string Id, string Name, string Statement, DateTimeOffset CreatedAt);

/// <summary>One candidate for one problem, and how its check ended.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="ProblemId">The problem.</param>
/// <param name="Proof">The candidate proof.</param>
/// <param name="Origin">Which sampler and script or model proposed it.</param>
/// <param name="Kind">How it ended; time-outs and failures of the machinery are kept under their own names.</param>
/// <param name="Reason">Lean's first error or the failure, shortened.</param>
/// <param name="VerdictKey">Key of the verdict, when one was reached.</param>
/// <param name="ElapsedMilliseconds">Time of the check.</param>
/// <param name="CreatedAt">When it ended, UTC.</param>
public sealed record StoredAttempt(
    string Id,
    string ProblemId,
    string Proof,
    string Origin,
    VerdictKind Kind,
    string? Reason,
    string? VerdictKey,
    double ElapsedMilliseconds,
    DateTimeOffset CreatedAt)
{
    /// <summary>Lemmas and definitions of its own that stood in front of the theorem; empty for none, null where older versions did not keep them:
    /// then the text that was checked is not known.</summary>
    public string? Helpers { get; init; }

    /// <summary>True when it was to prove the negation.</summary>
    public bool Refutes { get; init; }

    /// <summary>Tokens that its sampler spent on it.</summary>
    public long Tokens { get; init; }
}

/// <summary>A verified proof.</summary>
/// <param name="Id">Its id: the content key of its verdict.</param>
/// <param name="Theorem">Full name.</param>
/// <param name="Statement">The statement as Lean prints it.</param>
/// <param name="Text">The whole Lean text that was accepted.</param>
/// <param name="Grade">How far it was checked.</param>
/// <param name="Axioms">Axioms it depends on.</param>
/// <param name="Toolchain">Which Lean accepted it.</param>
/// <param name="Origin">Who proposed it.</param>
/// <param name="ProblemId">The problem it solves, if it came from one.</param>
/// <param name="ElapsedMilliseconds">Time of the check.</param>
/// <param name="CreatedAt">When it was verified, UTC.</param>
public sealed record StoredProof(
    string Id,
    string Theorem,
    string Statement,
    string Text,
    Grade Grade,
    IReadOnlyList<string> Axioms,
    ToolchainIdentity Toolchain,
    string Origin,
    string? ProblemId,
    double ElapsedMilliseconds,
    DateTimeOffset CreatedAt)
{
    /// <summary>What its audit found; null for proofs that were kept before there were audits.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>The trusted statement that was asked for, Lean text; with it the proof can be judged again as it was. Null when the
    /// text's own statement was accepted, and for proofs that were kept by older versions.</summary>
    public string? AskedStatement { get; init; }
}

/// <summary>Which proofs are wanted.</summary>
public sealed record ProofQuery
{
    /// <summary>Only proofs of theorems whose full name contains this text, in any case.</summary>
    public string? NameContains { get; init; }

    /// <summary>Only proofs that answer this problem.</summary>
    public string? ProblemId { get; init; }

    /// <summary>Only proofs of at least this grade. Older versions kept proofs of lower grades too.</summary>
    public Grade MinimumGrade { get; init; } = Grade.Replayed;

    /// <summary>At most this many, from 1 to 1,000.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where to go on: <see cref="ProofPage.NextPageToken"/> of the page before.</summary>
    public string? PageToken { get; init; }
}

/// <summary>A page of proofs.</summary>
/// <param name="Proofs">The proofs.</param>
/// <param name="NextPageToken">Token of the next page; null when this is the last.</param>
public sealed record ProofPage(IReadOnlyList<StoredProof> Proofs, string? NextPageToken);
