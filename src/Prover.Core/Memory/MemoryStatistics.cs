namespace Prover.Core.Memory;

/// <summary>How much a memory knows.</summary>
/// <param name="Proofs">Proofs.</param>
/// <param name="Steps">Their steps, without those whose goal could not be read.</param>
/// <param name="DistinctSteps">The different ones among them: another goal or another tactic.</param>
/// <param name="Tactics">Kinds of tactics, names of variables and hypotheses apart.</param>
public sealed record MemoryStatistics(int Proofs, int Steps, int DistinctSteps, int Tactics);
