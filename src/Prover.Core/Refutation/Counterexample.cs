using Prover.Core.Sampling;

namespace Prover.Core.Refutation;

/// <summary>Values at which a statement is false, for display. What it says is exact where <see cref="IsCertain"/>; Lean has the last word.</summary>
/// <param name="Values">A value for each variable, in the statement's order.</param>
/// <param name="Parts">How the hypotheses and the conclusion evaluate there.</param>
/// <param name="How">By which values it was found, e.g. <c>small</c>, <c>pell</c>.</param>
/// <param name="IsCertain">False where an unbounded quantifier was evaluated by a search through some of its values.</param>
public sealed record Counterexample(IReadOnlyList<AssignedValue> Values, IReadOnlyList<EvaluatedPart> Parts, string How, bool IsCertain)
{
    /// <summary><c>n = 40, d = 41</c>; empty for a statement without variables.</summary>
    public override string ToString() => string.Join(", ", Values.Select(v => $"{v.Name} = {v.Value}"));
}

/// <summary>A variable and its value.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type as Lean writes it.</param>
/// <param name="Value">The value as Lean writes it; a function for a function.</param>
public sealed record AssignedValue(string Name, string Type, string Value);

/// <summary>A hypothesis or the conclusion at the values.</summary>
/// <param name="Role"><c>hypothesis</c> or <c>conclusion</c>.</param>
/// <param name="Text">It as written, e.g. <c>2 ^ n % n = 2</c>.</param>
/// <param name="Evaluated">With the values of its sides, e.g. <c>2 = 2</c>; null where it is no comparison.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record EvaluatedPart(string Role, string Text, string? Evaluated, bool Holds);

/// <summary>A counterexample and the candidate that is to prove it to Lean.</summary>
/// <param name="Counterexample">The values; null where the statement could not be read, so that Lean searches by itself.</param>
/// <param name="Candidate">Proves the negation.</param>
public sealed record RefutationProposal(Counterexample? Counterexample, ProofCandidate Candidate);
