using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.TacticSearch.Steps.Algebra;

namespace Prover.Core.Identities.Fields;

/// <summary>A product of facts and a square that is known to be positive or not negative.</summary>
/// <param name="Factors">Which facts, by number.</param>
/// <param name="Root">What is squared; null for one.</param>
/// <param name="IsStrict">Whether the product is never zero.</param>
/// <param name="Value">The whole, multiplied out.</param>
internal sealed record PositiveTerm(IReadOnlyList<int> Factors, Polynomial? Root, bool IsStrict, Polynomial Value);

/// <summary>Shows that facts contradict each other in every ordered field: products of them and squares, with positive weights, add up to zero by the
/// equations though one of them is positive. Found exactly, by linear programming (the Positivstellensatz of Krivine and Stengle, for few products
/// and squares).</summary>
/// <param name="Bounds">The facts that are no equations: what is positive, not negative, or not zero.</param>
/// <param name="Equations">What is zero.</param>
/// <param name="Terms">The products with their weights.</param>
/// <param name="Cofactors">For each equation a polynomial; the sum of the terms and of the equations times these is zero.</param>
internal sealed record PositivityRefutation(
    IReadOnlyList<FieldFact> Bounds, IReadOnlyList<Polynomial> Equations, IReadOnlyList<(Rational Weight, PositiveTerm Term)> Terms, IReadOnlyList<Polynomial> Cofactors)
{
    private const int MaxColumns = 400;
    private const int MaxMonomials = 120;
    private const int MaxDegree = 8;
    private const int MaxRoots = 240;

    /// <summary>Finds one; null where the products that are tried do not suffice.</summary>
    /// <param name="facts">What is to be refuted; what is tried first, e.g. the negated claim, comes first.</param>
    /// <param name="atoms">How many atoms the polynomials are in.</param>
    /// <param name="cancellationToken">The token.</param>
    public static PositivityRefutation? Of(IReadOnlyList<FieldFact> facts, int atoms, CancellationToken cancellationToken)
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var bounds = facts.Where(f => f.Relation != FieldRelation.Zero).ToList();
        List<Polynomial> equations = [.. facts.Where(f => f.Relation == FieldRelation.Zero).Select(f => f.Polynomial)];
        var degree = Math.Min(MaxDegree, facts.Max(f => f.Polynomial.Degree));
        var basis = GroebnerBasis.Of(equations, cancellationToken);
        foreach (var most in new[] { degree, degree + 1 }.Where(d => d <= MaxDegree))
        {
            var terms = Products(bounds, most, atoms, facts).DistinctBy(t => string.Join(',', t.Factors) + "|" + t.Root?.ToLean(i => $"x{i}")).Take(MaxColumns).ToList();
            var forms = terms.Select(t => basis.Divide(t.Value).Remainder).ToList();
            if (forms.SelectMany(f => f.Monomials).Distinct().Count() > MaxMonomials)
            {
                continue;
            }

            // One more coordinate: the weights of what is positive add up to one.
            var mark = Polynomial.Variable(atoms);
            var columns = forms.Select((f, i) => terms[i].IsStrict ? f + mark : f).ToList();
            if (Simplex.Solve(columns, mark, cancellationToken) is { } weights)
            {
                var chosen = weights.Zip(terms).Where(p => !p.First.IsZero).Select(p => (p.First, p.Second)).ToList();
                var sum = chosen.Aggregate(Polynomial.Zero, (s, c) => s + (c.First * c.Second.Value));
                return basis.Cofactors(-sum) is { } cofactors ? new PositivityRefutation(bounds, equations, chosen, cofactors) : null;
            }
        }

        return null;
    }

    private static IEnumerable<PositiveTerm> Products(List<FieldFact> bounds, int degree, int atoms, IReadOnlyList<FieldFact> facts)
    {
        yield return new PositiveTerm([], null, true, Polynomial.One);
        var signed = Enumerable.Range(0, bounds.Count).Where(i => bounds[i].Relation != FieldRelation.NonZero).ToList();
        bool IsStrict(int i) => bounds[i].Relation == FieldRelation.Positive;
        foreach (var i in signed)
        {
            yield return new PositiveTerm([i], null, IsStrict(i), bounds[i].Polynomial);
        }

        // What is not zero has a positive square.
        foreach (var i in Enumerable.Range(0, bounds.Count).Where(i => !signed.Contains(i) && 2 * bounds[i].Polynomial.Degree <= degree))
        {
            yield return new PositiveTerm([i, i], null, true, bounds[i].Polynomial * bounds[i].Polynomial);
        }

        foreach (var (i, j) in signed.SelectMany((i, at) => signed.Skip(at).Select(j => (i, j))))
        {
            var product = bounds[i].Polynomial * bounds[j].Polynomial;
            if (product.Degree <= degree)
            {
                yield return new PositiveTerm([i, j], null, IsStrict(i) && IsStrict(j), product);
            }
        }

        // What is refuted mostly stands first; its cube tells odd powers apart.
        if (signed is [var first, ..] && 3 * bounds[first].Polynomial.Degree <= degree)
        {
            yield return new PositiveTerm([first, first, first], null, IsStrict(first), bounds[first].Polynomial.Power(3));
        }

        var roots = Roots(facts, atoms, degree / 2).Take(MaxRoots).ToList();
        foreach (var root in roots.Where(r => 2 * r.Degree <= degree))
        {
            yield return new PositiveTerm([], root, false, root * root);
        }

        foreach (var i in signed)
        {
            foreach (var root in roots.Where(r => (2 * r.Degree) + bounds[i].Polynomial.Degree <= degree))
            {
                yield return new PositiveTerm([i], root, false, bounds[i].Polynomial * root * root);
            }
        }
    }

    /// <summary>What may be worth squaring: what completes squares in the facts, monomials, their sums and differences.</summary>
    private static IEnumerable<Polynomial> Roots(IReadOnlyList<FieldFact> facts, int atoms, int degree)
    {
        var polynomials = facts.SelectMany(f => new[] { f.Polynomial, -f.Polynomial }).ToList();
        foreach (var form in polynomials.Select(p => SumOfSquares.Of(p, atoms)).OfType<IReadOnlyList<IReadOnlyList<System.Numerics.BigInteger>>>().SelectMany(f => f))
        {
            yield return form.Select((c, i) => (Rational)c * (i < atoms ? Polynomial.Variable(i) : Polynomial.One)).Aggregate((a, b) => a + b);
        }

        // What a polynomial is a square in, and linear beside, is its derivative.
        foreach (var fact in facts)
        {
            foreach (var derivative in Enumerable.Range(0, atoms).Where(v => fact.Polynomial.Monomials.Max(m => (int?)m[v]) == 2).Select(v => Derivative(fact.Polynomial, v)))
            {
                yield return derivative;
            }
        }

        // The squares among the terms come from squares of these.
        var halves = facts.SelectMany(f => f.Polynomial.Monomials).Where(m => m.Degree > 0 && m.Exponents.All(e => e % 2 == 0)).Distinct()
            .Select(m => Polynomial.Of(new Monomial([.. m.Exponents.Select(e => e / 2)]), 1)).ToList();
        foreach (var root in halves.SelectMany((a, i) => halves.Skip(i + 1).SelectMany(b => new[] { a - b, a + b })))
        {
            yield return root;
        }

        var used = Enumerable.Range(0, atoms).Where(v => facts.Any(f => f.Polynomial.Mentions(v))).ToList();
        var monomials = Monomial.UpTo(used.Count, Math.Min(degree, 2)).Select(m => Polynomial.Of(Placed(m, used), 1)).OrderBy(p => p.Degree).ToList();
        foreach (var monomial in monomials.Where(m => m.Degree > 0))
        {
            yield return monomial;
        }

        foreach (var (a, b) in monomials.SelectMany((a, i) => monomials.Skip(i + 1).Select(b => (a, b))))
        {
            yield return a - b;
            yield return a + b;
        }
    }

    private static Monomial Placed(Monomial monomial, List<int> used) =>
        monomial.Exponents.Select((e, i) => (e, i)).Where(t => t.e > 0).Aggregate(Monomial.One, (m, t) => m * Monomial.Of(used[t.i], t.e));

    private static Polynomial Derivative(Polynomial polynomial, int variable) => polynomial.Monomials.Where(m => m[variable] > 0)
        .Aggregate(Polynomial.Zero, (sum, m) => sum + Polynomial.Of(m.Over(Monomial.Of(variable))!, m[variable] * polynomial[m]));
}
