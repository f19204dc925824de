using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>Writes a quadratic polynomial as a sum of squares, exactly.</summary>
internal static class SumOfSquares
{
    /// <summary>Linear forms (a coefficient for each variable, then the constant) whose squares, with positive weights, add up to the polynomial;
    /// null where it takes negative values somewhere on the rationals, or is not quadratic.</summary>
    public static IReadOnlyList<IReadOnlyList<BigInteger>>? Of(Polynomial polynomial, int variables)
    {
        if (polynomial.Degree != 2)
        {
            return null;
        }

        var matrix = Matrix(polynomial, variables);
        var forms = new List<IReadOnlyList<BigInteger>>();
        for (var pivot = 0; pivot <= variables; pivot++)
        {
            var square = matrix[pivot][pivot];
            if (square.Numerator.Sign < 0 || (square.IsZero && matrix[pivot].Any(c => !c.IsZero)))
            {
                return null;
            }

            if (square.IsZero)
            {
                continue;
            }

            var form = matrix[pivot].Select(c => c * square.Inverse).ToArray();

            // A positive number needs no square.
            if (pivot < variables)
            {
                forms.Add(Whole(form));
            }

            for (var i = pivot; i <= variables; i++)
            {
                for (var j = pivot; j <= variables; j++)
                {
                    matrix[i][j] -= square * form[i] * form[j];
                }
            }
        }

        return forms;
    }

    /// <summary>The symmetric matrix of the polynomial, made homogeneous by a last variable that is one.</summary>
    private static Rational[][] Matrix(Polynomial polynomial, int variables)
    {
        var matrix = Enumerable.Range(0, variables + 1).Select(_ => Enumerable.Repeat((Rational)0, variables + 1).ToArray()).ToArray();
        foreach (var monomial in polynomial.Monomials)
        {
            var factors = monomial.Exponents.SelectMany((e, i) => Enumerable.Repeat(i, e)).Concat(Enumerable.Repeat(variables, 2 - monomial.Degree)).ToArray();
            var half = polynomial[monomial] * new Rational(1, 2);
            matrix[factors[0]][factors[1]] += half;
            matrix[factors[1]][factors[0]] += half;
        }

        return matrix;
    }

    /// <summary>The smallest whole multiple.</summary>
    private static IReadOnlyList<BigInteger> Whole(Rational[] form)
    {
        var denominator = form.Aggregate(BigInteger.One, (d, c) => d * c.Denominator / BigInteger.GreatestCommonDivisor(d, c.Denominator));
        return [.. form.Select(c => c.Numerator * (denominator / c.Denominator))];
    }
}
