using System.Globalization;
using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>What a polynomial is made of: a variable, a remainder or quotient by a numeral, or a term that is not looked into.</summary>
/// <param name="Key">Equal for terms that are the same polynomial arithmetic of the same parts.</param>
/// <param name="Source">The term itself.</param>
/// <param name="Inner">For a remainder or a quotient: of what.</param>
/// <param name="Modulus">For a remainder: by what.</param>
/// <param name="Divisor">For a quotient: by what.</param>
internal sealed record Atom(string Key, Term Source, Sum? Inner = null, BigInteger? Modulus = null, BigInteger? Divisor = null);

/// <summary>A polynomial with rational coefficients in atoms, in normal form: the same function written in two ways is the same sum.</summary>
internal sealed class Sum
{
    private readonly SortedDictionary<string, (Rational Coefficient, IReadOnlyList<Atom> Factors)> _terms;

    private Sum(SortedDictionary<string, (Rational, IReadOnlyList<Atom>)> terms) => _terms = terms;

    public IEnumerable<(string Key, Rational Coefficient, IReadOnlyList<Atom> Factors)> Monomials =>
        _terms.Select(t => (t.Key, t.Value.Coefficient, t.Value.Factors));

    /// <summary>The number that it is; null where atoms occur.</summary>
    public Rational? Constant => _terms.Count == 0 ? 0 : _terms.Count == 1 && _terms.TryGetValue(string.Empty, out var only) ? only.Coefficient : null;

    /// <summary>Normal form as text.</summary>
    public string Key => _terms.Count == 0 ? "0" : string.Join(" + ", _terms.Select(t => $"{t.Value.Coefficient}·{t.Key}"));

    /// <summary>Normal form as text, the same for a sum and its negative.</summary>
    public string KeyUpToSign => string.CompareOrdinal(Key, (-this).Key) <= 0 ? Key : (-this).Key;

    public static Sum Of(Rational number) => Of(number, []);

    public static Sum Of(Atom atom) => Of(1, [atom]);

    public static Sum operator +(Sum a, Sum b)
    {
        var terms = new SortedDictionary<string, (Rational, IReadOnlyList<Atom>)>(a._terms, StringComparer.Ordinal);
        foreach (var (key, (coefficient, factors)) in b._terms)
        {
            var total = terms.TryGetValue(key, out var old) ? old.Item1 + coefficient : coefficient;
            if (total.IsZero)
            {
                terms.Remove(key);
            }
            else
            {
                terms[key] = (total, factors);
            }
        }

        return new Sum(terms);
    }

    public static Sum operator -(Sum a) => a * Of(-1);

    public static Sum operator -(Sum a, Sum b) => a + -b;

    public static Sum operator *(Sum a, Sum b) => a._terms.Values
        .SelectMany(x => b._terms.Values.Select(y => Of(x.Coefficient * y.Coefficient, [.. x.Factors.Concat(y.Factors).OrderBy(f => f.Key, StringComparer.Ordinal)])))
        .Aggregate(Of(0), (sum, product) => sum + product);

    private static Sum Of(Rational coefficient, IReadOnlyList<Atom> factors)
    {
        var terms = new SortedDictionary<string, (Rational, IReadOnlyList<Atom>)>(StringComparer.Ordinal);
        if (!coefficient.IsZero)
        {
            terms[string.Join("*", factors.Select(f => f.Key))] = (coefficient, factors);
        }

        return new Sum(terms);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}");
}
