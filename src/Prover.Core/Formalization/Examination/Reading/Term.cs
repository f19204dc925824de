using System.Numerics;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>The kinds of numbers that an examination computes with.</summary>
internal enum NumberType
{
    Nat,
    Int,
}

/// <summary>An arithmetic term of a statement, every part with its type: <c>-</c> and <c>/</c> mean what the type says.</summary>
/// <param name="Type">The type.</param>
internal abstract record Term(NumberType Type)
{
    public sealed record Number(BigInteger Value, NumberType Type) : Term(Type);

    public sealed record Variable(string Name, NumberType Type) : Term(Type);

    public sealed record Negate(Term Inner) : Term(Inner.Type);

    /// <summary>The integer that a natural number is.</summary>
    public sealed record Cast(Term Inner) : Term(NumberType.Int);

    /// <summary>One of <c>+ - * / % ^</c>; the exponent of <c>^</c> is natural, whatever the base.</summary>
    public sealed record Binary(char Operator, Term Left, Term Right) : Term(Left.Type);

    /// <summary>A function of the library (<c>Nat.gcd</c>) or a variable function (<c>a n</c>).</summary>
    public sealed record Call(string Function, IReadOnlyList<Term> Arguments, NumberType Type) : Term(Type)
    {
        public bool Equals(Call? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }

    /// <summary>The sum of <paramref name="Body"/> for <paramref name="Index"/> from 0 up to below <paramref name="Count"/>.</summary>
    public sealed record RangeSum(string Index, Term Body, Term Count) : Term(Body.Type);

    /// <summary>The term's direct parts.</summary>
    public IEnumerable<Term> Parts => this switch
    {
        Negate negation => [negation.Inner],
        Cast cast => [cast.Inner],
        Binary binary => [binary.Left, binary.Right],
        Call call => call.Arguments,
        RangeSum sum => [sum.Body, sum.Count],
        _ => [],
    };
}
