using Prover.Core.Answers;

namespace Prover.Core.Sampling.Chat;

/// <summary>What came of one answer of a model, or of the part of it that had arrived.</summary>
/// <param name="Choice">Which answer of the request, from 0.</param>
/// <param name="Text">The answer's text so far.</param>
/// <param name="Read">What was read in it.</param>
/// <param name="Candidate">The proof to check; null when there is none.</param>
public sealed record ChatReply(int Choice, string Text, ExtractedAnswer Read, ProofCandidate? Candidate);
