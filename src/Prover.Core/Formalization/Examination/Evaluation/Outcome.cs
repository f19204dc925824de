namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>What a proposition evaluates to. Not certain where an unbounded quantifier was searched through small values only.</summary>
/// <param name="Value">True or false.</param>
/// <param name="IsCertain">Whether it can be relied on.</param>
internal readonly record struct Outcome(bool Value, bool IsCertain)
{
    public static Outcome Not(Outcome outcome) => outcome with { Value = !outcome.Value };

    /// <summary>Conjunction: certain where a certain part decides it, or both are certain.</summary>
    public static Outcome And(Outcome left, Outcome right) => (left.Value, right.Value) switch
    {
        (true, true) => new Outcome(true, left.IsCertain && right.IsCertain),
        (false, true) => left,
        (true, false) => right,
        _ => new Outcome(false, left.IsCertain || right.IsCertain),
    };

    public static Outcome Or(Outcome left, Outcome right) => Not(And(Not(left), Not(right)));
}
