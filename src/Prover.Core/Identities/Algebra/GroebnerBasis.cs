using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Algebra;

/// <summary>A Gröbner basis by Buchberger's algorithm that remembers how each element comes from the generators, so that membership in the
/// ideal has a certificate: the cofactors.</summary>
internal sealed class GroebnerBasis
{
    private const int MaxElements = 60;
    private const int MaxTerms = 400;

    // Terms that are touched, each counted by its coefficient's words: about a second. It counts work and no time, so that a certificate is found everywhere or nowhere.
    private const long MaxWork = 400_000;
    private const int WordBits = 64;

    private readonly List<Element> _elements = [];
    private readonly int _generators;
    private long _work;

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
        basis._work = 0;
        return basis;
    }

    /// <summary>Its elements.</summary>
    public IEnumerable<Polynomial> Polynomials => _elements.Select(e => e.Polynomial);

    /// <summary>The normal form of a polynomial, and cofactors cᵢ with polynomial = Σ cᵢ·generatorᵢ + normal form.</summary>
    public (Polynomial Remainder, IReadOnlyList<Polynomial> Cofactors) Divide(Polynomial polynomial)
    {
        var reduced = Reduce(new Element(polynomial, [.. Enumerable.Repeat(Polynomial.Zero, _generators)]));
        return (reduced.Polynomial, [.. reduced.Cofactors.Select(c => -c)]);
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

        while (_elements.Count < MaxElements && _work < MaxWork && pairs.TryDequeue(out var pair, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (a, b) = (_elements[pair.I], _elements[pair.J]);
            var lcm = a.Leading.Lcm(b.Leading);
            if (lcm.Degree == a.Leading.Degree + b.Leading.Degree)
            {
                continue; // Buchberger's first criterion: coprime leading monomials.
            }

            var next = Reduce(a.Times(lcm.Over(a.Leading)!, a.LeadingInverse).Minus(b.Times(lcm.Over(b.Leading)!, b.LeadingInverse)));
            if (!next.Polynomial.IsZero && next.Polynomial.Count <= MaxTerms && _work < MaxWork)
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

        // What the limit leaves unreduced stays in the remainder: less is found then, and what is found holds.
        while (!element.Polynomial.IsZero && _work < MaxWork)
        {
            var leading = element.Polynomial.Leading;
            var coefficient = element.Polynomial[leading];
            _work += (element.Terms + done.Count) * (1 + ((coefficient.Numerator.GetBitLength() + coefficient.Denominator.GetBitLength()) / WordBits));
            var divisor = _elements.Find(e => leading.Over(e.Leading) is not null);
            if (divisor is null)
            {
                var term = Polynomial.Of(leading, coefficient);
                done += term;
                element = new Element(element.Polynomial - term, element.Cofactors);
            }
            else
            {
                element = element.Minus(divisor.Times(leading.Over(divisor.Leading)!, coefficient * divisor.LeadingInverse));
            }
        }

        return new Element(done + element.Polynomial, element.Cofactors);
    }

    private Polynomial[] Unit(int index) =>
        [.. Enumerable.Range(0, _generators).Select(i => i == index ? Polynomial.One : Polynomial.Zero)];

    /// <summary>A polynomial with what it is made of. No record: a copy with another polynomial would keep the old leading monomial.</summary>
    private sealed class Element(Polynomial polynomial, IReadOnlyList<Polynomial> cofactors)
    {
        public Polynomial Polynomial => polynomial;

        public IReadOnlyList<Polynomial> Cofactors => cofactors;

        public Monomial Leading { get; } = polynomial.IsZero ? Monomial.One : polynomial.Leading;

        public long Terms { get; } = polynomial.Count + cofactors.Sum(c => c.Count);

        public Rational LeadingInverse => Polynomial[Leading].Inverse;

        public Element Times(Monomial monomial, Rational coefficient) =>
            new(Polynomial.Times(monomial, coefficient), [.. Cofactors.Select(c => c.Times(monomial, coefficient))]);

        public Element Minus(Element other) =>
            new(Polynomial - other.Polynomial, [.. Cofactors.Zip(other.Cofactors, (c, d) => c - d)]);
    }
}
