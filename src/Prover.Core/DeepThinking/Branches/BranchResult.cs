using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>What a branch found.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">In a sentence.</param>
internal sealed record BranchResult(BranchOutcome Outcome, string Reason)
{
    /// <summary>The winner's verdict; null where there is none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The whole text that was verified.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed it.</summary>
    public string? Origin { get; init; }

    /// <summary>That Lean has verified a proof, or a refutation.</summary>
    public static BranchResult Won(Verdict verdict, string proof, string origin) => new(
        verdict.Kind == VerdictKind.Refuted ? BranchOutcome.Refuted : BranchOutcome.Proved,
        verdict.Kind == VerdictKind.Refuted ? $"'{origin}' refutes it." : $"'{origin}' proves it.")
    {
        Verdict = verdict,
        Proof = proof,
        Origin = origin,
    };

    /// <summary>How a search ended.</summary>
    public static BranchResult Of(ProveResult result) => result switch
    {
        { Verdict.Kind: VerdictKind.Proved or VerdictKind.Refuted, Proof: { } proof } => Won(result.Verdict, proof, result.Origin ?? "store"),
        { Verdict.Kind: VerdictKind.Cancelled } => new BranchResult(BranchOutcome.Interrupted, result.Verdict.Reason ?? "It was stopped."),
        { Verdict.Kind: VerdictKind.Infrastructure } => new BranchResult(BranchOutcome.Failed, result.Verdict.Reason ?? "The machinery failed."),
        { Verdict.Kind: VerdictKind.TimedOut } => new BranchResult(BranchOutcome.TimedOut, result.Verdict.Reason ?? "All that was tried ran into time limits."),
        { End: SearchEnd.Exhausted } => new BranchResult(BranchOutcome.Exhausted, result.Verdict.Reason ?? "There are no more ideas."),
        _ => new BranchResult(BranchOutcome.Spent, result.Verdict.Reason ?? "Its share is spent."),
    };
}

/// <summary>A part of a plan at work.</summary>
internal interface IBranch
{
    /// <summary>Works until it has found something, has no more ideas, or has spent its share.</summary>
    /// <param name="tools">What it works with.</param>
    /// <param name="timeLimit">Wall-clock time that it may take; whoever runs it ends it a little later.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<BranchResult> RunAsync(BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken);
}
