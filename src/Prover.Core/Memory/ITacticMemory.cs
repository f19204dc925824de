namespace Prover.Core.Memory;

/// <summary>What verified proofs teach about goals: which tactics helped where, and so what may help here.</summary>
/// <remarks>Thread-safe. Nothing it says is trusted: it proposes, Lean decides.</remarks>
public interface ITacticMemory
{
    /// <summary>Tactics for a goal, the most promising first, with arguments (hypotheses, variables, numbers) of the goal at hand.</summary>
    /// <param name="goal">The goal as Lean prints it.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<TacticSuggestion> Suggest(string goal, int most);

    /// <summary>Learns from a verified proof; known at once, and kept. One that was learned before (by id) changes nothing.</summary>
    /// <exception cref="MemoryException">It can't be kept.</exception>
    Task LearnAsync(LearnedProof proof, CancellationToken cancellationToken = default);
}

/// <summary>A tactic that once helped, made fit for a goal.</summary>
/// <param name="Tactic">The tactic's text.</param>
/// <param name="Score">From 0 to 1: how alike the goals are and how often it helped; larger is better.</param>
/// <param name="ProofId">The proof that it comes from.</param>
public sealed record TacticSuggestion(string Tactic, double Score, string ProofId)
{
    /// <summary>The tactic as it stood in that proof.</summary>
    public required string Original { get; init; }
}

/// <summary>A verified proof, step by step.</summary>
/// <param name="Id">Its id, e.g. the content key of its verdict.</param>
/// <param name="Steps">Its steps; one (the root's goal with the whole script) where no finer ones are known.</param>
public sealed record LearnedProof(string Id, IReadOnlyList<ProofStep> Steps);

/// <summary>A memory can't be read or kept; the message names the file and the remedy.</summary>
public sealed class MemoryException(string message, Exception? innerException = null) : Exception(message, innerException);
