using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Fields;

/// <summary>Equations over a field that leave a variable finitely many rational values: the values are stated, and the rest is left to
/// <c>grind</c>, case by case.</summary>
internal sealed class RootSource : ICertificateSource
{
    private const int MaxDegree = 5;
    private static readonly BigInteger MaxCoefficient = 100_000;

    /// <inheritdoc />
    public string Class => "roots";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var setting in FieldSetting.Of(goal.Features))
        {
            var terms = new FieldTerms(setting);
            var equations = setting.Hypotheses.Where(h => !terms.IsDefinition(h.Type)).SelectMany(h => FieldFacts.Of(h.Type, terms))
                .Where(f => f.Relation == FieldRelation.Zero && !f.Polynomial.IsConstant).Select(f => f.Polynomial).ToList();
            if (equations.Count == 0)
            {
                continue;
            }

            var basis = GroebnerBasis.Of(equations, cancellationToken);
            var values = new List<string>();
            for (var atom = 0; atom < setting.Variables.Count; atom++)
            {
                var roots = basis.Polynomials.Where(p => p.Degree is >= 2 and <= MaxDegree && p.Monomials.All(m => m.Degree == m[atom]))
                    .Select(p => RationalRoots(p, atom)).FirstOrDefault(r => r is not null);
                if (roots is not null)
                {
                    values.Add($"have r{atom} : {string.Join(" ∨ ", roots.Select(r => $"{terms.Text(atom)} = ({r} : {setting.Type})"))} := by grind");
                }
            }

            if (values.Count > 0)
            {
                yield return new Finding("the roots of polynomials in one variable", Script.Lines([.. values, "grind"])) { MaxHeartbeats = 100_000 };
            }
        }
    }

    /// <summary>All roots, each once, growing; null where some are not rational.</summary>
    internal static IReadOnlyList<Rational>? RationalRoots(Polynomial polynomial, int variable)
    {
        var whole = (Rational)polynomial.Denominator * polynomial;
        var roots = new List<Rational>();
        while (whole.Degree > 0)
        {
            var lowest = whole.Monomials.Min(m => m.Degree);
            if (lowest > 0)
            {
                roots.Add(0);
                whole = whole.Monomials.Aggregate(Polynomial.Zero, (p, m) => p + Polynomial.Of(m.Over(Monomial.Of(variable, lowest))!, whole[m]));
                continue;
            }

            var (first, last) = (whole[whole.Leading].Numerator, whole[Monomial.One].Numerator);
            if (BigInteger.Abs(first) > MaxCoefficient || BigInteger.Abs(last) > MaxCoefficient)
            {
                return null;
            }

            var root = Divisors(last).SelectMany(p => Divisors(first).SelectMany(q => new[] { new Rational(p, q), new Rational(-p, q) }))
                .Select(r => (Rational?)r).FirstOrDefault(r => whole.Substitute(_ => Polynomial.Constant(r!.Value)).IsZero);
            if (root is not { } found)
            {
                return null;
            }

            roots.Add(found);
            whole = Quotient(whole, variable, found);
            whole = (Rational)whole.Denominator * whole;
        }

        return [.. roots.Distinct().Order(Comparer<Rational>.Create((a, b) => (a - b).Numerator.Sign))];
    }

    /// <summary>Without the factor of a root, by Horner's scheme.</summary>
    private static Polynomial Quotient(Polynomial polynomial, int variable, Rational root)
    {
        var (quotient, carry) = (Polynomial.Zero, (Rational)0);
        for (var degree = polynomial.Degree; degree > 0; degree--)
        {
            carry = (carry * root) + polynomial[Monomial.Of(variable, degree)];
            quotient += Polynomial.Of(degree == 1 ? Monomial.One : Monomial.Of(variable, degree - 1), carry);
        }

        return quotient;
    }

    private static IEnumerable<BigInteger> Divisors(BigInteger number)
    {
        var size = BigInteger.Abs(number);
        for (BigInteger d = 1; d * d <= size; d++)
        {
            if ((size % d).IsZero)
            {
                yield return d;
                yield return size / d;
            }
        }
    }
}
