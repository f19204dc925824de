namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>A line of a goal's context: <c>h : a ≤ b</c>.</summary>
internal sealed record Declaration(string Name, string Type);

/// <summary>A goal read from the text Lean prints, its leading ∀ and → already moved into the context.</summary>
/// <param name="Context">Variables and hypotheses in order, all with names that a script can use.</param>
/// <param name="Conclusion">What stands after <c>⊢</c>.</param>
/// <param name="Renamed">New names for the inaccessible ones (<c>a✝</c>), in order: arguments of <c>rename_i</c>.</param>
/// <param name="Introduced">Names of what was moved into the context: arguments of <c>intro</c>.</param>
internal sealed record Goal(
    IReadOnlyList<Declaration> Context, string Conclusion, IReadOnlyList<string> Renamed, IReadOnlyList<string> Introduced)
{
    /// <summary>A goal that nothing is known about.</summary>
    public static Goal Unknown { get; } = new([], string.Empty, [], []);

    /// <summary>False when Lean did not give the goal, or it was too long to be read.</summary>
    public bool IsKnown => Conclusion.Length > 0;
}
