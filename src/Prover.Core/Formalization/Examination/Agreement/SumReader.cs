using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Brings terms into normal form. Natural subtraction is subtraction, and division exact, where that is so at all the values
/// that satisfy the hypotheses.</summary>
/// <param name="samples">Those values.</param>
internal sealed class SumReader(IReadOnlyList<Valuation> samples)
{
    private const int MaxExponent = 8;

    private readonly Dictionary<Term, Sum> _known = [];

    public Sum Read(Term term) => _known.TryGetValue(term, out var sum) ? sum : _known[term] = Compute(term);

    private Sum Compute(Term term) => term switch
    {
        Term.Number number => Sum.Of((Rational)number.Value),
        Term.Variable variable => Sum.Of(new Atom(variable.Name, variable)),
        Term.Negate negation => -Read(negation.Inner),
        Term.Cast cast => Read(cast.Inner),
        Term.Binary { Operator: '+' } b => Read(b.Left) + Read(b.Right),
        Term.Binary { Operator: '*' } b => Read(b.Left) * Read(b.Right),
        Term.Binary { Operator: '-' } b when b.Type == NumberType.Int || Always((l, r) => l >= r, b) => Read(b.Left) - Read(b.Right),
        Term.Binary { Operator: '/', Right: Term.Number { Value.IsZero: false } divisor } b => Always((l, r) => (l % r).IsZero, b)
            ? Read(b.Left) * Sum.Of(new Rational(1, divisor.Value))
            : Sum.Of(new Atom($"({Read(b.Left).Key} / {divisor.Value})", b, Read(b.Left), Divisor: divisor.Value)),
        Term.Binary { Operator: '%', Right: Term.Number { Value.IsZero: false } modulus } b =>
            Sum.Of(new Atom($"({Read(b.Left).Key} % {modulus.Value})", b, Read(b.Left), Modulus: modulus.Value)),
        Term.Binary { Operator: '^' } b => Power(b),
        Term.Binary b => Sum.Of(new Atom($"({Read(b.Left).Key} {b.Operator} {Read(b.Right).Key})", b)),
        Term.Call call => Sum.Of(new Atom($"{call.Function}({Arguments(call)})", call)),
        Term.RangeSum sum => Sum.Of(new Atom($"sum({sum.Index}: {Read(sum.Body).Key}; {Read(sum.Count).Key})", sum)),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "No such term."),
    };

    private string Arguments(Term.Call call)
    {
        var keys = call.Arguments.Select(a => Read(a).Key);
        return string.Join(", ", call.Arguments.Count > 1 ? keys.Order(StringComparer.Ordinal) : keys);
    }

    private Sum Power(Term.Binary power)
    {
        var (@base, exponent) = (Read(power.Left), Read(power.Right));
        if (exponent.Constant is { IsInteger: true } literal && literal.Numerator >= 0 && literal.Numerator <= (@base.Constant is null ? MaxExponent : 200))
        {
            return Enumerable.Repeat(@base, (int)literal.Numerator).Aggregate(Sum.Of(1), (product, factor) => product * factor);
        }

        // 3 ^ (2 * n + 1) is 3 * 9 ^ n.
        if (@base.Constant is { IsInteger: true } number && exponent.Monomials.All(m => m.Coefficient.IsInteger && m.Coefficient.Numerator.Sign > 0 && m.Coefficient.Numerator <= 20))
        {
            return exponent.Monomials.Aggregate(Sum.Of(1), (product, m) =>
            {
                var step = BigInteger.Pow(number.Numerator, (int)m.Coefficient.Numerator);
                return product * (m.Key.Length == 0 ? Sum.Of((Rational)step) : Sum.Of(new Atom($"({step} ^ {m.Key})", PowerOf(step, m.Factors, power.Type))));
            });
        }

        return Sum.Of(new Atom($"({@base.Key} ^ {exponent.Key})", power));
    }

    private static Term.Binary PowerOf(BigInteger number, IReadOnlyList<Atom> factors, NumberType type) =>
        new('^', new Term.Number(number, type), factors.Select(f => f.Source).Aggregate((a, b) => new Term.Binary('*', a, b)));

    private bool Always(Func<BigInteger, BigInteger, bool> condition, Term.Binary binary) => samples.Count > 0 && samples.All(values =>
        TermEvaluator.Evaluate(binary.Left, values) is not { } left || TermEvaluator.Evaluate(binary.Right, values) is not { } right || condition(left, right));
}
