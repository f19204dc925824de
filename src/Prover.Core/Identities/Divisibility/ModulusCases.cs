using System.Numerics;
using Prover.Core.Identities.Inequalities;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Divisibility;

/// <summary>The values that the variable of a modulus may have.</summary>
/// <param name="Variable">The variable's index.</param>
/// <param name="Least">The modulus's size is known to be at least this; at least 1.</param>
/// <param name="Greatest">The modulus's size is known to be at most this; null where nothing is known.</param>
/// <param name="Sizes">The divisors in the interval, each with the variable's possible values.</param>
internal sealed record ModulusCases(int Variable, BigInteger Least, BigInteger? Greatest, IReadOnlyList<ModulusSize> Sizes)
{
    /// <summary>How many numbers Lean tries as divisors.</summary>
    public const int MaxTrials = 4_000;

    private const int MaxResidues = 20_000;

    /// <summary>The divisors of the number that the bounds allow; null where there are too many numbers to try.</summary>
    public static ModulusCases? Of(ModulusElimination elimination, IEnumerable<string> known, List<string> names, bool isNat)
    {
        var variable = Enumerable.Range(0, names.Count).First(elimination.Value.Mentions);
        var (slope, start) = (elimination.Value[Monomial.Of(variable)].Numerator, elimination.Value[Monomial.One].Numerator);
        var (low, high) = Interval(known, names, variable, isNat);
        BigInteger? At(BigInteger? v) => v is { } value ? (slope * value) + start : null;
        var (least, greatest) = slope.Sign > 0 ? (At(low), At(high)) : (At(high), At(low));
        var number = elimination.Number;
        var (from, to) = (least, greatest) switch
        {
            ({ Sign: > 0 } a, var b) => (a, b),
            (var a, { Sign: < 0 } b) => (-b, -a),
            ({ } a, { } b) => (BigInteger.One, BigInteger.Max(-a, b)),
            _ => (BigInteger.One, (BigInteger?)null),
        };
        if (Divisors(number, to) is not { } divisors)
        {
            return null;
        }

        var sizes = divisors.Where(d => d >= from && !(d > to)).Select(d => new ModulusSize(
            d,
            [.. new[] { d, -d }.Where(m => ((m - start) % slope).IsZero).Select(m => (m - start) / slope).Where(v => !(v < low) && !(v > high))]));
        return new ModulusCases(variable, from, to, [.. sizes]);
    }

    /// <summary>Whether residues of the other variables satisfy all facts at a value of the modulus's variable; null where there are too many to try.</summary>
    public bool? IsAlive(ModulusElimination elimination, BigInteger size, BigInteger value)
    {
        if (elimination.Facts.Any(f => f.Remainder >= size))
        {
            return false;
        }

        var polynomials = elimination.Facts.Select(f => f.Value.Substitute(i => i == Variable ? Polynomial.Constant(value) : Polynomial.Variable(i))).ToList();
        var others = polynomials.SelectMany(p => p.Monomials).SelectMany(m => Enumerable.Range(0, m.Exponents.Count).Where(i => m[i] > 0)).Distinct().ToList();
        if (others.Count > 0 && (size > MaxResidues || BigInteger.Pow(size, others.Count) > MaxResidues))
        {
            return null;
        }

        var residues = new BigInteger[others.Count];
        return Try(0);

        bool Try(int next)
        {
            if (next == others.Count)
            {
                return polynomials.TrueForAll(p => p.Monomials.Aggregate(
                    BigInteger.Zero,
                    (sum, m) => sum + (p[m].Numerator * others.Select((o, i) => BigInteger.ModPow(residues[i], m[o], size)).Aggregate(BigInteger.One, (a, b) => a * b))) % size == 0);
            }

            for (residues[next] = 0; residues[next] < size; residues[next]++)
            {
                if (Try(next + 1))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static (BigInteger? Low, BigInteger? High) Interval(IEnumerable<string> known, List<string> names, int variable, bool isNat)
    {
        BigInteger? low = isNat ? 0 : null, high = null;
        foreach (var text in known)
        {
            if (Inequality.Read(text) is not { } inequality || (isNat && text.Contains('-', StringComparison.Ordinal))
                || Polynomial.Parse(inequality.Larger, names) is not { } larger || Polynomial.Parse(inequality.Smaller, names) is not { } smaller)
            {
                continue;
            }

            var rest = larger - smaller - (inequality.IsStrict ? Polynomial.One : Polynomial.Zero);
            var slope = rest[Monomial.Of(variable)].Numerator;
            if (!slope.IsZero && rest.Monomials.All(m => m.Degree == 0 || m.Equals(Monomial.Of(variable))))
            {
                // slope·v + c ≥ 0
                var bound = new Rational(-rest[Monomial.One].Numerator, slope);
                var floor = BigInteger.Divide(bound.Numerator - Modulo(bound.Numerator, bound.Denominator), bound.Denominator);
                if (slope.Sign > 0)
                {
                    var ceiling = bound.IsInteger ? floor : floor + 1;
                    low = low is { } l ? BigInteger.Max(l, ceiling) : ceiling;
                }
                else
                {
                    high = high is { } h ? BigInteger.Min(h, floor) : floor;
                }
            }
        }

        return (low, high);
    }

    private static BigInteger Modulo(BigInteger value, BigInteger by) => ((value % by) + by) % by;

    /// <summary>The positive divisors up to a limit, growing; null where finding them takes too long.</summary>
    private static List<BigInteger>? Divisors(BigInteger number, BigInteger? limit)
    {
        var direct = limit < MaxTrials;
        if (!direct && number >= (BigInteger)MaxTrials * MaxTrials)
        {
            return null;
        }

        var found = new SortedSet<BigInteger>();
        for (BigInteger t = 1; (direct ? t <= limit!.Value : t * t <= number) && t <= number; t++)
        {
            if ((number % t).IsZero)
            {
                found.Add(t);
                if (!direct)
                {
                    found.Add(number / t);
                }
            }
        }

        return [.. found];
    }
}

/// <summary>A size of a modulus.</summary>
/// <param name="Size">The divisor.</param>
/// <param name="Values">The values of the variable that give it.</param>
internal sealed record ModulusSize(BigInteger Size, IReadOnlyList<BigInteger> Values);
