using System.Numerics;

namespace Prover.Rounds.Makers.Polynomials;

/// <summary>Random polynomials and their relations.</summary>
internal static class RandomPolynomials
{
    /// <summary>A linear form in so many variables, every coefficient there.</summary>
    public static Polynomial Linear(this SeededRandom random, int variables, int size, bool withConstant = true)
    {
        var sum = (Polynomial)(withConstant ? random.NonZero(-size, size) : 0);
        for (var i = 0; i < variables; i++)
        {
            sum += random.NonZero(-size, size) * Polynomial.Variable(i);
        }

        return sum;
    }

    /// <summary>A polynomial in one variable with coefficients from 0, the first positive.</summary>
    public static Polynomial Natural(this SeededRandom random, int degree, int size)
    {
        var x = Polynomial.Variable(0);
        var sum = random.Between(1, size) * x.Pow(degree);
        for (var i = 0; i < degree; i++)
        {
            sum += random.Between(0, size) * x.Pow(i);
        }

        return sum;
    }

    /// <summary>A product of at most <paramref name="degree"/> linear forms, some of whose coefficients may be 0.</summary>
    public static Polynomial Product(this SeededRandom random, int variables, int degree, int size)
    {
        var product = (Polynomial)random.NonZero(-size, size);
        for (var i = 0; i < degree; i++)
        {
            product *= Enumerable.Range(0, variables).Aggregate((Polynomial)random.NonZero(-size, size), (sum, v) => sum + (random.Between(-1, size) * Polynomial.Variable(v)));
        }

        return product;
    }

    /// <summary>The polynomial through the values at 0, 1, 2, …, times the smallest number that makes its coefficients whole, and that number.
    /// </summary>
    public static (BigInteger Times, Polynomial Polynomial) Through(IReadOnlyList<BigInteger> values)
    {
        var (n, degree) = (Polynomial.Variable(0), values.Count - 1);
        var factorial = Enumerable.Range(1, degree).Aggregate(BigInteger.One, (product, k) => product * k);
        var (sum, falling, scale, row) = ((Polynomial)0, (Polynomial)1, factorial, values.ToList());

        // Newton's forward differences: the sum of the k-th difference times n over k.
        for (var k = 0; k <= degree; k++)
        {
            sum += falling * (Polynomial)(row[0] * scale);
            falling *= n - k;
            scale /= k + 1;
            row = [.. row.Zip(row.Skip(1), (a, b) => b - a)];
        }

        var common = BigInteger.GreatestCommonDivisor(sum.Content(), factorial);
        return (factorial / common, sum.Divide(common));
    }
}
