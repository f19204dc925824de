namespace Prover.Rounds.Problems.Filters;

/// <summary>Whether a statement is kept, and why.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="IsKept">Whether it is kept.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FilterDecision(string Statement, bool IsKept, string Reason);
