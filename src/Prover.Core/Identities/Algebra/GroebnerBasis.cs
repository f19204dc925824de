using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Algebra;

/// <summary>A Gröbner basis by Buchberger's algorithm that remembers how each element comes from the generators, so that membership in the
/// ideal has a certificate: the cofactors.</summary>
internal sealed class GroebnerBasis
{
    private const int MaxElements = 60;
    private const int MaxTerms = 400;

    private readonly List<Element> _elements = [];
    private readonly int _generators;

    private GroebnerBasis(int generators) => _generators = generators;

    /// <summary>The basis of what the generators span; limits end it early, then it is only a part of one (and still sound).</summary>
    public static GroebnerBasis Of(IReadOnlyList<Polynomial> generators, CancellationToken cancellationToken = default)
    {
        var basis = new GroebnerBasis(generators.Count);
        for (var i = 0; i < generators.Count; i++)
        {
            if (!generators[i].IsZero)
            {
                basis._elements.Add(new Element(generators[i], basis.Unit(i)));
            }
        }

        basis.Complete(cancellationToken);
        return basis;
    }

    /// <summary>The normal form of a polynomial, and cofactors cᵢ with polynomial = Σ cᵢ·generatorᵢ + normal form.</summary>
    public (Polynomial Remainder, IReadOnlyList<Polynomial> Cofactors) Divide(Polynomial polynomial)
    {
        var (remainder, negated) = Reduce(new Element(polynomial, [.. Enumerable.Repeat(Polynomial.Zero, _generators)]));
        return (remainder, [.. negated.Select(c => -c)]);
    }

    /// <summary>Cofactors cᵢ with polynomial = Σ cᵢ·generatorᵢ; null when it is not seen to lie in the ideal.</summary>
    public IReadOnlyList<Polynomial>? Cofactors(Polynomial polynomial)
    {
        var (remainder, cofactors) = Divide(polynomial);
        return remainder.IsZero ? cofactors : null;
    }

    private void Complete(CancellationToken cancellationToken)
    {
        var pairs = new PriorityQueue<(int I, int J), int>();
        for (var j = 1; j < _elements.Count; j++)
        {
            AddPairs(pairs, j);
        }

        while (_elements.Count < MaxElements && pairs.TryDequeue(out var pair, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (a, b) = (_elements[pair.I], _elements[pair.J]);
            var lcm = a.Leading.Lcm(b.Leading);
            if (lcm.Degree == a.Leading.Degree + b.Leading.Degree)
            {
                continue; // Buchberger's first criterion: coprime leading monomials.
            }

            var next = Reduce(a.Times(lcm.Over(a.Leading)!, a.LeadingInverse).Minus(b.Times(lcm.Over(b.Leading)!, b.LeadingInverse)));
            if (!next.Polynomial.IsZero && next.Polynomial.Count <= MaxTerms)
            {
                _elements.Add(next);
                AddPairs(pairs, _elements.Count - 1);
            }
        }
    }

    private void AddPairs(PriorityQueue<(int I, int J), int> pairs, int j)
    {
        for (var i = 0; i < j; i++)
        {
            pairs.Enqueue((i, j), _elements[i].Leading.Lcm(_elements[j].Leading).Degree);
        }
    }

    private Element Reduce(Element element)
    {
        var done = Polynomial.Zero;
        while (!element.Polynomial.IsZero)
        {
            var leading = element.Polynomial.Leading;
            var coefficient = element.Polynomial[leading];
            var divisor = _elements.Find(e => leading.Over(e.Leading) is not null);
            if (divisor is null)
            {
                var term = Polynomial.Of(leading, coefficient);
                done += term;
                element = element with { Polynomial = element.Polynomial - term };
            }
            else
            {
                element = element.Minus(divisor.Times(leading.Over(divisor.Leading)!, coefficient * divisor.LeadingInverse));
            }
        }

        return element with { Polynomial = done };
    }

    private Polynomial[] Unit(int index) =>
        [.. Enumerable.Range(0, _generators).Select(i => i == index ? Polynomial.One : Polynomial.Zero)];

    private sealed record Element(Polynomial Polynomial, IReadOnlyList<Polynomial> Cofactors)
    {
        public Monomial Leading { get; } = Polynomial.IsZero ? Monomial.One : Polynomial.Leading;

        public Rational LeadingInverse => Polynomial[Leading].Inverse;

        public Element Times(Monomial monomial, Rational coefficient) =>
            new(Polynomial.Times(monomial, coefficient), [.. Cofactors.Select(c => c.Times(monomial, coefficient))]);

        public Element Minus(Element other) =>
            new(Polynomial - other.Polynomial, [.. Cofactors.Zip(other.Cofactors, (c, d) => c - d)]);
    }
}
