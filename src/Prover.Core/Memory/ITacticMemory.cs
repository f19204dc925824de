namespace Prover.Core.Memory;

/// <summary>What verified proofs teach about goals: which tactics helped where, and so what may help here.</summary>
/// <remarks>Thread-safe. Nothing it says is trusted: it proposes, Lean decides.</remarks>
public interface ITacticMemory
{
    /// <summary>Tactics for a goal, the most promising first, with arguments (hypotheses, variables, numbers) of the goal at hand.</summary>
    /// <param name="goal">The goal as Lean prints it.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<TacticSuggestion> Suggest(string goal, int most);

    /// <summary>What found the proofs of goals like this one, the most promising first: see <see cref="LearnedProof.Method"/>.</summary>
    /// <param name="goal">The goal as Lean prints it.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most);

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
public sealed record LearnedProof(string Id, IReadOnlyList<ProofStep> Steps)
{
    /// <summary>What found it, e.g. <c>portfolio/residue</c>; null where that is not known. It is learned for the goal of the first step.</summary>
    public string? Method { get; init; }

    /// <summary>How long Lean took to check it, in seconds; null where that is not known.</summary>
    public double? Seconds { get; init; }

    /// <summary>The method behind a candidate's origin: a portfolio's template by its name, of all others the family.</summary>
    public static string? MethodOf(string? origin) =>
        origin is null || origin.StartsWith("portfolio/", StringComparison.Ordinal) ? origin : origin.Split('/', '+')[0];
}

/// <summary>A way of finding proofs that has found those of goals like this one.</summary>
/// <param name="Method">The method, e.g. <c>portfolio/residue</c> or <c>search</c>.</param>
/// <param name="Score">From 0 to 1: how alike the goals are and how many there are; larger is better.</param>
/// <param name="ProofId">The proof of the goal that is most alike.</param>
public sealed record MethodSuggestion(string Method, double Score, string ProofId)
{
    /// <summary>How alike that goal is to the one asked about, from 0 to 1.</summary>
    public required double Similarity { get; init; }

    /// <summary>How long Lean took to check that proof, in seconds; null where that is not known.</summary>
    public double? Seconds { get; init; }
}

/// <summary>A memory can't be read or kept; the message names the file and the remedy.</summary>
public sealed class MemoryException(string message, Exception? innerException = null) : Exception(message, innerException);
