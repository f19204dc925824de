namespace Prover.Core.Memory;

/// <summary>One step of a verified proof: the goal that it met and the tactic that was applied to it.</summary>
/// <param name="Goal">The goal as Lean prints it: the context a line each, then <c>⊢</c> and the conclusion.</param>
/// <param name="Tactic">The tactic's text, one line or more, without the lines' common indentation.</param>
public sealed record ProofStep(string Goal, string Tactic)
{
    /// <summary>How many goals it left; 0 closes the goal.</summary>
    public int GoalsLeft { get; init; }
}
