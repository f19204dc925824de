using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>How large a natural number can be in an equation whose one side grows with it and whose other side is known: 2 in <c>x ^ 2 + y ^ 2 = 7</c>.</summary>
internal static class EquationBound
{
    /// <summary>The largest value of the variable at which the equation can hold, whatever the other unknowns are; -1 where it never can. Null where this does not tell.</summary>
    /// <param name="equation">The equation.</param>
    /// <param name="name">The variable.</param>
    /// <param name="unknown">Names whose values must not be used, the variable's among them.</param>
    /// <param name="values">Values of the rest.</param>
    public static BigInteger? Of(Proposition.Comparison equation, string name, IReadOnlySet<string> unknown, Valuation values) =>
        equation.Relation != '=' || equation.Left.Type != NumberType.Nat
            ? null
            : Of(equation.Left, equation.Right, name, unknown, values) ?? Of(equation.Right, equation.Left, name, unknown, values);

    private static BigInteger? Of(Term growing, Term known, string name, IReadOnlySet<string> unknown, Valuation values)
    {
        if (Mentions(known, unknown) || !Mentions(growing, new HashSet<string>(StringComparer.Ordinal) { name }) || !Grows(growing, unknown)
            || TermEvaluator.Evaluate(known, values) is not { } limit)
        {
            return null;
        }

        var inner = new Valuation(values.Numbers);
        foreach (var other in unknown)
        {
            inner[other] = 0;
        }

        // Sums, products and powers of natural numbers never fall, so what the others being zero gives is the least.
        BigInteger? At(BigInteger value)
        {
            inner[name] = value;
            return TermEvaluator.Evaluate(growing, inner);
        }

        var (low, high) = (BigInteger.MinusOne, BigInteger.One);
        while (At(high) is { } value && value <= limit)
        {
            low = high;
            high *= 2;
            if (high.GetBitLength() > 400)
            {
                return null;
            }
        }

        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (At(middle) is not { } value)
            {
                return null;
            }

            (low, high) = value <= limit ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether it is made of unknowns by <c>+</c>, <c>*</c> and powers with a known exponent only.</summary>
    private static bool Grows(Term term, IReadOnlySet<string> unknown) => term switch
    {
        Term.Variable or Term.Number => true,
        Term.Binary { Operator: '+' or '*' } binary => Grows(binary.Left, unknown) && Grows(binary.Right, unknown),
        Term.Binary { Operator: '^' } power => Grows(power.Left, unknown) && power.Right is Term.Number { Value.Sign: > 0 },
        _ => !Mentions(term, unknown),
    };

    private static bool Mentions(Term term, IReadOnlySet<string> names) => term switch
    {
        Term.Variable variable => names.Contains(variable.Name),
        Term.Call call => names.Contains(call.Function) || call.Parts.Any(p => Mentions(p, names)),
        _ => term.Parts.Any(p => Mentions(p, names)),
    };
}
