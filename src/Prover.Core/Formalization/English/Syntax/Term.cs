using System.Numerics;

namespace Prover.Core.Formalization.English.Syntax;

/// <summary>A number, as a problem speaks of it.</summary>
internal abstract record Term
{
    private Term()
    {
    }

    /// <summary>A whole number, not negative.</summary>
    public sealed record Number(BigInteger Value) : Term;

    /// <summary>A variable.</summary>
    public sealed record Variable(string Name) : Term;

    /// <summary>Two terms and what is done with them; division is exact.</summary>
    public sealed record Binary(Operator Operator, Term Left, Term Right) : Term;

    /// <summary>The opposite number.</summary>
    public sealed record Negation(Term Of) : Term;

    /// <summary>The product 1 · 2 · … · n.</summary>
    public sealed record Factorial(Term Of) : Term;

    /// <summary>The distance from zero.</summary>
    public sealed record Absolute(Term Of) : Term;

    /// <summary>The sum of what the body is for every value of the index, both ends included.</summary>
    public sealed record Series(string Index, Term From, Term To, Term Body) : Term;

    /// <summary>A number by its value.</summary>
    public static Term FromValue(BigInteger value) => value.Sign < 0 ? new Negation(new Number(-value)) : new Number(value);
}

/// <summary>What is done with two terms.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Remainder,
    Gcd,
    Lcm,
}
