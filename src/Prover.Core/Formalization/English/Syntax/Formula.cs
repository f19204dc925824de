namespace Prover.Core.Formalization.English.Syntax;

/// <summary>Something that holds or does not hold.</summary>
internal abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>Two terms compared.</summary>
    public sealed record Compare(Term Left, Relation Relation, Term Right) : Formula;

    /// <summary>The first divides the second.</summary>
    public sealed record Divides(Term Divisor, Term Multiple) : Formula;

    /// <summary>Two terms leave the same remainder.</summary>
    public sealed record Congruent(Term Left, Term Right, Term Modulus) : Formula;

    /// <summary>A term is even or odd.</summary>
    public sealed record Parity(Term Of, bool IsOdd) : Formula;

    /// <summary>A term is a prime number.</summary>
    public sealed record Prime(Term Of) : Formula;

    /// <summary>A term is the square, the cube … of a whole number.</summary>
    public sealed record PerfectPower(Term Of, int Exponent) : Formula;

    /// <summary>A term is a number of this kind.</summary>
    public sealed record Belongs(Term Of, Domain Domain) : Formula;

    /// <summary>It is not so.</summary>
    public sealed record Not(Formula Of) : Formula;

    /// <summary>Both.</summary>
    public sealed record And(Formula Left, Formula Right) : Formula;

    /// <summary>One or the other, or both.</summary>
    public sealed record Or(Formula Left, Formula Right) : Formula;

    /// <summary>The second follows from the first.</summary>
    public sealed record Implies(Formula If, Formula Then) : Formula;

    /// <summary>Each follows from the other.</summary>
    public sealed record Iff(Formula Left, Formula Right) : Formula;

    /// <summary>For every, or for some, number of a kind.</summary>
    /// <param name="Quantifier">How many.</param>
    /// <param name="Name">The variable.</param>
    /// <param name="Domain">What it ranges over; null where the text does not say.</param>
    /// <param name="Body">What is said of it.</param>
    public sealed record Bound(Quantifier Quantifier, string Name, Domain? Domain, Formula Body) : Formula;
}

/// <summary>How two terms are compared.</summary>
internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>How many numbers a formula speaks of.</summary>
internal enum Quantifier
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>"Any": every one in what is to be shown, but one or every one, who knows, in a condition.</summary>
    Any,

    /// <summary>"An odd number", "two integers": every one in what is to be shown; in a condition it would be some.</summary>
    Indefinite,

    /// <summary>"The natural number n": one that the sentence is about.</summary>
    Given,

    /// <summary>At least one.</summary>
    Exists,
}

/// <summary>What a variable ranges over; each holds those before it.</summary>
internal enum Domain
{
    /// <summary>0, 1, 2, …</summary>
    Natural,

    /// <summary>The whole numbers.</summary>
    Integer,

    /// <summary>The fractions.</summary>
    Rational,
}
