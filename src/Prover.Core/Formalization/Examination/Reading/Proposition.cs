namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>A variable with its type; a sequence has an <see cref="Argument"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is, or what its values are.</param>
/// <param name="Argument">For a function of one number: the argument's type. Null for numbers.</param>
internal sealed record Binding(string Name, NumberType Type, NumberType? Argument = null);

/// <summary>A proposition over numbers as Lean prints it.</summary>
internal abstract record Proposition
{
    private Proposition()
    {
    }

    public static Proposition True { get; } = new Constant(true);

    public static Proposition False { get; } = new Constant(false);

    public sealed record Constant(bool Value) : Proposition;

    /// <summary>One of <c>= ≠ &lt; ≤ &gt; ≥</c>.</summary>
    public sealed record Comparison(char Relation, Term Left, Term Right) : Proposition;

    public sealed record Divides(Term Divisor, Term Dividend) : Proposition;

    public sealed record Not(Proposition Inner) : Proposition;

    /// <summary>One of <c>∧ ∨ → ↔</c>.</summary>
    public sealed record Binary(char Connective, Proposition Left, Proposition Right) : Proposition;

    public sealed record Quantified(bool IsUniversal, Binding Variable, Proposition Body) : Proposition;

    /// <summary>The direct parts that are propositions.</summary>
    public IEnumerable<Proposition> Parts => this switch
    {
        Not negation => [negation.Inner],
        Binary binary => [binary.Left, binary.Right],
        Quantified quantified => [quantified.Body],
        _ => [],
    };

    /// <summary>The direct parts that are terms.</summary>
    public IEnumerable<Term> Terms => this switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        Divides divides => [divides.Divisor, divides.Dividend],
        _ => [],
    };

    /// <summary>This and all propositions in it.</summary>
    public IEnumerable<Proposition> All => Parts.SelectMany(p => p.All).Prepend(this);
}
