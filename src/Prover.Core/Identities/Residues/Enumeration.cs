using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Residues;

/// <summary>What one variable runs through modulo m: the residues of its k-th power, or its own residues with a period of powers.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Exponent">The k: only this power occurs. Zero where powers with the variable in the exponent occur.</param>
/// <param name="Values">The residues.</param>
/// <param name="Preperiod">For exponents: from where on powers repeat.</param>
/// <param name="Period">For exponents: with what period.</param>
internal sealed record Range(string Variable, int Exponent, IReadOnlyList<int> Values, int Preperiod, int Period);

/// <summary>All residues of all variables modulo m, and whether a claim holds for each.</summary>
internal sealed class Enumeration
{
    private const int MaxPeriod = 600;

    private Enumeration(int modulus, Leaves leaves, IReadOnlyList<Condition> hypotheses, Condition claim)
    {
        Modulus = modulus;
        Leaves = leaves;
        Hypotheses = hypotheses;
        Claim = claim;
    }

    public int Modulus { get; }

    public Leaves Leaves { get; }

    /// <summary>Those that are used.</summary>
    public IReadOnlyList<Condition> Hypotheses { get; private set; }

    public Condition Claim { get; }

    /// <summary>The polynomials of the congruences, their coefficients reduced.</summary>
    public Dictionary<Condition.Congruence, Polynomial> Reduced { get; } = [];

    public IReadOnlyList<Range> Ranges { get; private set; } = [];

    /// <summary>How many combinations there are.</summary>
    public long Cases => Ranges.Aggregate(1L, (product, range) => Math.Min(long.MaxValue / 1000, product * range.Values.Count));

    /// <summary>Sets one up; null where the claim can't be read modulo m.</summary>
    public static Enumeration? For(int modulus, Func<string, bool> isVariable, IReadOnlyList<Condition> hypotheses, Condition claim)
    {
        var leaves = new Leaves(isVariable);
        var result = new Enumeration(modulus, leaves, [], claim);
        if (!result.Add(claim))
        {
            return null;
        }

        result.Hypotheses = [.. hypotheses.Where(result.Add)];
        result.Hypotheses = [.. result.Hypotheses.Where(h => h.Atoms().OfType<Condition.AtLeast>().All(b => leaves.All.Exists(l => l is Leaf.Power && l.Variable == b.Variable)))];
        return result.SetRanges() ? result : null;
    }

    public int ModulusOf(Condition.Congruence atom) => atom.Modulus.IsZero ? Modulus : (int)BigInteger.Min(atom.Modulus, 1_000_000);

    /// <summary>Whether the claim follows from the hypotheses for all residues.</summary>
    public bool Holds(CancellationToken cancellationToken)
    {
        var chosen = new int[Ranges.Count];
        var values = new BigInteger[Leaves.All.Count];
        bool Go(int at)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (at == Ranges.Count)
            {
                return Hypotheses.Any(h => !Evaluate(h, chosen, values)) || Evaluate(Claim, chosen, values);
            }

            foreach (var value in Ranges[at].Values)
            {
                chosen[at] = value;
                for (var i = 0; i < values.Length; i++)
                {
                    if (Leaves.All[i].Variable == Ranges[at].Variable)
                    {
                        values[i] = Leaves.All[i] is Leaf.Power power ? power.Value(value, Modulus) : value;
                    }
                }

                if (!Go(at + 1))
                {
                    return false;
                }
            }

            return true;
        }

        return Go(0);
    }

    /// <summary>Reads the atoms of a condition; false where that can't be done modulo m.</summary>
    private bool Add(Condition condition)
    {
        var found = new List<(Condition.Congruence, Polynomial)>();
        foreach (var atom in condition.Atoms().OfType<Condition.Congruence>())
        {
            var m = ModulusOf(atom);
            if (m < 1 || Modulus % m != 0 || Leaves.Read(atom.Left) is not { } left
                || (atom.Right is null ? Polynomial.Zero : Leaves.Read(atom.Right)) is not { } right || !(left - right).IsIntegral)
            {
                return false;
            }

            found.Add((atom, Reduce(left - right, m)));
        }

        found.ForEach(f => Reduced[f.Item1] = f.Item2);
        return true;
    }

    private static Polynomial Reduce(Polynomial polynomial, int modulus) => polynomial.Monomials.Aggregate(Polynomial.Zero, (sum, m) =>
    {
        var c = Algebra.ModularSystem.Mod(polynomial[m].Numerator, modulus);
        return sum + Polynomial.Of(m, c * 2 > modulus ? c - modulus : c);
    });

    private bool SetRanges()
    {
        var used = Enumerable.Range(0, Leaves.All.Count).Where(i => Reduced.Values.Any(p => p.Mentions(i))).ToList();
        var bounds = Hypotheses.Append(Claim).SelectMany(c => c.Atoms()).OfType<Condition.AtLeast>().ToList();
        var ranges = new List<Range>();
        foreach (var variable in used.Select(i => Leaves.All[i].Variable).Distinct())
        {
            var mine = used.Where(i => Leaves.All[i].Variable == variable).ToList();
            var powers = mine.Select(i => Leaves.All[i]).OfType<Leaf.Power>().ToList();
            var number = mine.FindIndex(i => Leaves.All[i] is Leaf.Number);
            if (powers.Count == 0)
            {
                var exponents = Reduced.Values.SelectMany(p => p.Monomials).Select(m => m[mine[number]]).Where(e => e > 0).ToList();
                var k = exponents.Aggregate(0, (g, e) => (int)BigInteger.GreatestCommonDivisor(g, e));
                if (bounds.Exists(b => b.Variable == variable))
                {
                    return false;
                }

                List<int> values = [.. Enumerable.Range(0, Modulus).Select(r => (int)BigInteger.ModPow(r, k, Modulus)).Distinct().Order()];
                ranges.Add(new Range(variable, k, values, 0, Modulus));
                continue;
            }

            var start = bounds.Where(b => b.Variable == variable).Select(b => b.Bound).DefaultIfEmpty(0).Max();
            var period = number >= 0 ? Modulus : 1;
            foreach (var power in powers)
            {
                var (from, length) = Cycle(power);
                start = Math.Max(start, from);
                period = (int)Math.Min(MaxPeriod + 1, (long)period / (long)BigInteger.GreatestCommonDivisor(period, length) * length);
            }

            if (period > MaxPeriod || start > MaxPeriod)
            {
                return false;
            }

            ranges.Add(new Range(variable, 0, [.. Enumerable.Range(0, start + period)], start, period));
        }

        Ranges = [.. ranges.OrderBy(r => r.Values.Count)];
        return bounds.TrueForAll(b => ranges.Exists(r => r.Variable == b.Variable));
    }

    private (int From, int Length) Cycle(Leaf.Power power)
    {
        var seen = new Dictionary<BigInteger, int>();
        for (var r = 0; r <= MaxPeriod; r++)
        {
            if (!seen.TryAdd(power.Value(r, Modulus), r))
            {
                return (seen[power.Value(r, Modulus)], r - seen[power.Value(r, Modulus)]);
            }
        }

        return (0, MaxPeriod + 1);
    }

    private bool Evaluate(Condition condition, int[] chosen, BigInteger[] values)
    {
        switch (condition)
        {
            case Condition.Never:
                return false;
            case Condition.Not not:
                return !Evaluate(not.Inner, chosen, values);
            case Condition.AtLeast bound:
                return chosen[Ranges.ToList().FindIndex(r => r.Variable == bound.Variable)] >= bound.Bound;
            case Condition.Connected { Operator: var op } c:
                var left = Evaluate(c.Left, chosen, values);
                var right = Evaluate(c.Right, chosen, values);
                return op switch { "∧" => left && right, "∨" => left || right, "→" => !left || right, _ => left == right };
            case Condition.Congruence atom:
                var m = ModulusOf(atom);
                var sum = BigInteger.Zero;
                foreach (var monomial in Reduced[atom].Monomials)
                {
                    var term = Reduced[atom][monomial].Numerator;
                    for (var i = 0; i < monomial.Exponents.Count; i++)
                    {
                        if (monomial[i] > 0)
                        {
                            var range = Ranges.First(r => r.Variable == Leaves.All[i].Variable);
                            term = term * BigInteger.ModPow(values[i], Leaves.All[i] is Leaf.Number && range.Exponent > 0 ? monomial[i] / range.Exponent : monomial[i], m) % m;
                        }
                    }

                    sum += term;
                }

                return (sum % m).IsZero;
            default:
                return false;
        }
    }
}
