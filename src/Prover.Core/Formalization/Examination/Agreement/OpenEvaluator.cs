using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Evaluates propositions without quantifiers where products, powers and functions stand for any numbers at all. So <c>2 ∣ n ^ 3 - n</c>
/// and <c>6 ∣ n ^ 3 - n</c>, which both always hold, are told apart; yet <c>(n ^ 3 - n) % 6 = 0</c> stays the same as the latter.</summary>
/// <param name="reader">Brings terms into normal form.</param>
/// <param name="values">Values of the variables.</param>
/// <param name="free">Gives the number that a product, power or function stands for; null evaluates it as it is.</param>
internal sealed class OpenEvaluator(SumReader reader, Valuation values, Func<string, bool, BigInteger>? free)
{
    /// <summary>The truth value; null where a part has none.</summary>
    public bool? Evaluate(Proposition proposition)
    {
        switch (proposition)
        {
            case Proposition.Constant constant:
                return constant.Value;
            case Proposition.Comparison c:
                return Value(reader.Read(c.Left) - reader.Read(c.Right)) is { } difference ? PropositionEvaluator.Compare(c.Relation, difference.Numerator, 0) : null;
            case Proposition.Divides d:
                return Value(reader.Read(d.Divisor)) is { IsInteger: true } divisor && Value(reader.Read(d.Dividend)) is { IsInteger: true } dividend
                    ? divisor.IsZero ? dividend.IsZero : (dividend.Numerator % divisor.Numerator).IsZero
                    : null;
            case Proposition.Not negation:
                return !Evaluate(negation.Inner);
            case Proposition.Binary binary:
                return (binary.Connective, Evaluate(binary.Left), Evaluate(binary.Right)) switch
                {
                    ('∧', var l, var r) => l & r,
                    ('∨', var l, var r) => l | r,
                    ('→', var l, var r) => !l | r,
                    (_, { } l, { } r) => l == r,
                    _ => null,
                };
            case Proposition.Quantified when free is null:
                return PropositionEvaluator.Evaluate(proposition, values)?.Value;
            default:
                return null;
        }
    }

    private Rational? Value(Sum sum)
    {
        Rational? total = 0;
        foreach (var (key, coefficient, factors) in sum.Monomials)
        {
            var monomial = factors switch
            {
                [] => 1,
                [var atom] => Value(atom),
                _ when free is not null => free(key, factors.All(IsNatural)),
                _ => factors.Aggregate((Rational?)1, (product, f) => product is { } p && Value(f) is { } v ? p * v : null),
            };
            total = total is { } sofar && monomial is { } value ? sofar + (coefficient * value) : null;
        }

        return total;
    }

    private Rational? Value(Atom atom)
    {
        switch (atom)
        {
            case { Inner: { } inner, Modulus: { } modulus }:
                return Value(inner) is { IsInteger: true } dividend ? TermEvaluator.Remainder(dividend.Numerator, modulus) : null;
            case { Inner: { } inner, Divisor: { } divisor }:
                return Value(inner) is { IsInteger: true } whole ? TermEvaluator.Quotient(whole.Numerator, divisor) : null;
            case { Source: Term.Variable variable }:
                return values[variable.Name] is { } number ? (Rational)number : null;
            default:
                return free is not null ? free(atom.Key, IsNatural(atom)) : TermEvaluator.Evaluate(atom.Source, values) is { } known ? (Rational)known : null;
        }
    }

    private static bool IsNatural(Atom atom) => atom.Source.Type == NumberType.Nat;
}
