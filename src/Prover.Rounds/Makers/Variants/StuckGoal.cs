using Prover.Core.Statements;

namespace Prover.Rounds.Makers.Variants;

/// <summary>Turns a goal at which a proof was stuck into a problem of its own.</summary>
/// <remarks>A goal need not be true: a step before it may have lost too much.</remarks>
public static class StuckGoal
{
    /// <summary>The goal as a lemma; null where it holds metavariables or is no goal.</summary>
    /// <param name="parent">The unsolved problem's name.</param>
    /// <param name="number">Which of its lemmas; makes the name.</param>
    /// <param name="goal">The goal as Lean prints it: the context, a line each, then <c>⊢</c> and the conclusion.</param>
    public static Variant? Lemma(string parent, int number, string goal)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(goal);
        var name = $"{parent}_lemma{number}";
        return ClosedGoal.Read(goal) is { } closed ? new Variant(name, closed.Theorem(name), parent, VariantKind.Lemma, goal.Trim()) : null;
    }
}
