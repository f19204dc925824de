using Prover.Core.Sampling;

namespace Prover.Core.Identities;

/// <summary>A proof that an exact calculation led to. Lean still has to accept it.</summary>
/// <param name="Class">The class of the goal it belongs to, e.g. <c>congruence</c>.</param>
/// <param name="Summary">What was found, in one English line with the actual numbers.</param>
/// <param name="Candidate">The Lean proof.</param>
public sealed record Certificate(string Class, string Summary, ProofCandidate Candidate);
