using Prover.Core.Statements;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>A proof with holes, proposed.</summary>
/// <param name="Proof">What stands after <c>:=</c>.</param>
/// <param name="Author">Who wrote it.</param>
internal sealed record Sketch(string Proof, string Author)
{
    /// <summary>Lemmas of its own in front of the theorem.</summary>
    public string Helpers { get; init; } = string.Empty;
}

/// <summary>A hole's goal as a problem of its own.</summary>
/// <param name="Name">The theorem's name; the same for the same statement.</param>
/// <param name="Statement">What is to be proved: the opening commands of the sketch's statement, then the goal closed over its context.</param>
/// <param name="Goal">The goal.</param>
internal sealed record HoleGoal(string Name, TheoremStatement Statement, ClosedGoal Goal);

/// <summary>A place of a sketch that is left open, with the goals that are met there.</summary>
/// <param name="Start">Where <c>sorry</c> begins in the sketch's text.</param>
/// <param name="Goals">One for each time that Lean came by; a tactic applied to several goals meets several.</param>
internal sealed record Hole(int Start, IReadOnlyList<HoleGoal> Goals)
{
    public const int Length = 5;

    /// <summary>Whether a term is expected there, and not a tactic.</summary>
    public bool IsTerm { get; init; }
}
