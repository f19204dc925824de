using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.TacticSearch.Steps.Algebra;

namespace Prover.Core.Identities.Inequalities;

/// <summary>A product of polynomials known not to be negative, times a square.</summary>
/// <param name="Bounds">Which bounds, by number, with repetitions.</param>
/// <param name="Root">What is squared; null for one.</param>
/// <param name="Value">The whole, multiplied out.</param>
internal sealed record Term(IReadOnlyList<int> Bounds, Polynomial? Root, Polynomial Value);

/// <summary>A polynomial as a combination, with positive weights, of products of bounds times squares; found exactly by linear programming over
/// many squares (and, for quadratics, the squares of the LDLᵀ decomposition).</summary>
internal sealed record Positivstellensatz(IReadOnlyList<(Rational Weight, Term Term)> Terms)
{
    private const int MaxColumns = 700;
    private const int MaxMonomials = 90;

    /// <summary>Finds one; null where the squares that are tried do not suffice.</summary>
    /// <param name="target">What is to be shown not negative.</param>
    /// <param name="bounds">What is known not to be negative.</param>
    /// <param name="variables">How many variables there are.</param>
    /// <param name="cancellationToken">The token.</param>
    public static Positivstellensatz? Of(Polynomial target, IReadOnlyList<Polynomial> bounds, int variables, CancellationToken cancellationToken)
    {
        if (target.IsZero)
        {
            return new Positivstellensatz([]);
        }

        var degree = target.Degree;
        var lowest = target.Monomials.Min(m => m.Degree);
        foreach (var isRich in new[] { false, true })
        {
            var terms = Candidates(target, bounds, variables, degree, lowest, isRich).Where(t => !t.Value.IsZero).Take(MaxColumns).ToList();
            if (terms.SelectMany(t => t.Value.Monomials).Distinct().Count() <= MaxMonomials
                && Simplex.Solve([.. terms.Select(t => t.Value)], target, cancellationToken) is { } solution)
            {
                return new Positivstellensatz([.. solution.Zip(terms).Where(p => !p.First.IsZero).Select(p => (p.First, p.Second))]);
            }
        }

        return null;
    }

    /// <summary>A proof, inside a lemma whose binders name the bounds <c>b0, b1, …</c>, that <paramref name="difference"/> is not negative.</summary>
    /// <returns>Lines that leave <c>id : D * difference = …</c> and the facts, then close the goal by <c>omega</c>.</returns>
    public IEnumerable<string> Lines(IReadOnlyList<Polynomial> bounds, Func<int, string> name, string difference)
    {
        var denominator = Terms.Aggregate(BigInteger.One, (d, t) => d / BigInteger.GreatestCommonDivisor(d, t.Weight.Denominator) * t.Weight.Denominator);
        yield return "have sq : ∀ e : Int, 0 ≤ e * e := by\n  intro e; rcases Int.le_total 0 e with h | h\n  · exact Int.mul_nonneg h h\n  · exact Int.mul_nonneg_of_nonpos_of_nonpos h h";
        var texts = Terms.Select(t => Text(t.Term, bounds, name)).ToList();
        for (var i = 0; i < Terms.Count; i++)
        {
            yield return $"have p{i} : 0 ≤ {texts[i]} := {Proof(Terms[i].Term, name)}";
        }

        var sum = Terms.Count == 0 ? "0" : string.Join(" + ", Terms.Select((t, i) => $"{((Rational)denominator * t.Weight).Numerator} * ({texts[i]})"));
        yield return $"have id : {denominator} * ({difference}) = {sum} := by\n  clear sq{string.Concat(Terms.Select((_, i) => $" p{i}"))}\n  grind";
        for (var i = 0; i < Terms.Count; i++)
        {
            if (!Terms[i].Term.Value.IsConstant)
            {
                yield return $"generalize {texts[i]} = w{i} at *";
            }
        }
    }

    /// <summary>For people.</summary>
    public string Describe(IReadOnlyList<Polynomial> bounds, Func<int, string> name) => Terms.Count == 0
        ? "0"
        : string.Join(" + ", Terms.Select(t => $"{t.Weight}·{Text(t.Term, bounds, name)}"));

    private static string Text(Term term, IReadOnlyList<Polynomial> bounds, Func<int, string> name)
    {
        List<string> factors = [.. term.Bounds.Select(b => $"({bounds[b].ToLean(name)})")];
        if (term.Root is { } root)
        {
            factors.Add($"(({root.ToLean(name)}) * ({root.ToLean(name)}))");
        }

        return factors.Count == 0 ? "1" : factors.Aggregate((a, b) => $"({a} * {b})");
    }

    private static string Proof(Term term, Func<int, string> name)
    {
        List<string> proofs = [.. term.Bounds.Select(b => $"b{b}")];
        if (term.Root is { } root)
        {
            proofs.Add($"(sq ({root.ToLean(name)}))");
        }

        return proofs.Count == 0 ? "by decide" : proofs.Aggregate((a, b) => $"(Int.mul_nonneg {a} {b})");
    }

    private static IEnumerable<Term> Candidates(Polynomial target, IReadOnlyList<Polynomial> bounds, int variables, int degree, int lowest, bool isRich)
    {
        if (degree == 2 && SumOfSquares.Of(target, variables) is { } forms)
        {
            foreach (var form in forms)
            {
                var root = form.Select((c, i) => (Rational)c * (i < variables ? Polynomial.Variable(i) : Polynomial.One)).Aggregate((a, b) => a + b);
                yield return new Term([], root, root * root);
            }
        }

        if (lowest == 0 || target.Monomials.Any(m => m.Degree == 0))
        {
            yield return new Term([], null, Polynomial.One);
        }

        foreach (var chosen in Multisets(bounds.Count, 0, degree, bounds))
        {
            var product = chosen.Aggregate(Polynomial.One, (p, b) => p * bounds[b]);
            var left = degree - product.Degree;
            if (chosen.Count > 0 && product.Degree >= lowest)
            {
                yield return new Term(chosen, null, product);
            }

            var half = left / 2;
            if (half < 1 || (chosen.Count > 3 && !isRich))
            {
                continue;
            }

            var monomials = Monomial.UpTo(variables, half).Where(m => (2 * m.Degree) + product.Degree >= lowest && m.Degree <= half).Select(m => Polynomial.Of(m, 1)).ToList();
            foreach (var root in Roots(monomials, isRich))
            {
                yield return new Term(chosen, root, product * root * root);
            }
        }
    }

    private static IEnumerable<Polynomial> Roots(List<Polynomial> monomials, bool isRich)
    {
        for (var i = 0; i < monomials.Count; i++)
        {
            yield return monomials[i];
            for (var j = i + 1; j < monomials.Count; j++)
            {
                yield return monomials[i] - monomials[j];
                yield return monomials[i] + monomials[j];
                if (isRich)
                {
                    yield return monomials[i] - (2 * monomials[j]);
                    yield return (2 * monomials[i]) - monomials[j];
                    yield return monomials[i] + (2 * monomials[j]);
                    for (var k = j + 1; k < monomials.Count && monomials.Count <= 6; k++)
                    {
                        yield return monomials[i] + monomials[j] - monomials[k];
                        yield return monomials[i] - monomials[j] + monomials[k];
                        yield return monomials[i] - monomials[j] - monomials[k];
                        yield return monomials[i] + monomials[j] - (2 * monomials[k]);
                        yield return monomials[i] - (2 * monomials[j]) + monomials[k];
                        yield return (2 * monomials[i]) - monomials[j] - monomials[k];
                    }
                }
            }
        }
    }

    private static IEnumerable<List<int>> Multisets(int count, int from, int degree, IReadOnlyList<Polynomial> bounds)
    {
        yield return [];
        for (var i = from; i < count; i++)
        {
            var own = Math.Max(1, bounds[i].Degree);
            if (own <= degree)
            {
                foreach (var rest in Multisets(count, i, degree - own, bounds))
                {
                    yield return [i, .. rest];
                }
            }
        }
    }
}
