using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>The values at which two statements in the same variables are compared.</summary>
internal sealed class ComparisonPoints
{
    private const int MaxSolutions = 300;
    private const int RandomPoints = 1_500;
    private const int Seed = 20_26;

    private readonly List<BigInteger> _pool;
    private readonly List<Valuation> _solutions;
    private readonly IReadOnlyList<(string Name, bool IsNatural)> _variables;
    private readonly Telescope _a;
    private readonly Telescope _b;

    public ComparisonPoints(Telescope a, Telescope b)
    {
        (_a, _b) = (a, b);
        var satisfying = Samples.Satisfying(a).Take(MaxSolutions).Concat(Samples.Satisfying(b).Take(MaxSolutions)).Select(s => s.Values).ToList();
        _solutions = [.. satisfying, .. Samples.Of(a).Take(MaxSolutions), .. Samples.Of(b).Take(MaxSolutions)];
        Reader = new SumReader([.. satisfying.Where(v => Samples.Hypotheses(a, v) is { Value: true } && Samples.Hypotheses(b, v) is { Value: true })]);
        _variables = [.. a.Variables.Where(v => v.Argument is null).Select(v => (v.Name, v.Type == NumberType.Nat && b.Variables.Any(w => w.Name == v.Name && w.Type == NumberType.Nat)))];
        _pool = Pool(a, b);
    }

    private ComparisonPoints(ComparisonPoints outer, IEnumerable<Binding> more)
    {
        (_a, _b, _pool, _solutions, Reader) = (outer._a, outer._b, outer._pool, outer._solutions, outer.Reader);
        _variables = [.. outer._variables, .. more.Select(v => (v.Name, v.Type == NumberType.Nat))];
    }

    /// <summary>Normal forms under the hypotheses of both.</summary>
    public SumReader Reader { get; }

    /// <summary>Points that have values for more variables too.</summary>
    public ComparisonPoints With(IEnumerable<Binding> variables) => new(this, variables);

    /// <summary>Where the two propositions differ; null where they do not.</summary>
    /// <param name="first">Of one statement.</param>
    /// <param name="second">Of the other, in the same variables.</param>
    /// <param name="what">What they are.</param>
    /// <param name="a">The first statement, where the kinds of its numbers count as hypotheses.</param>
    /// <param name="b">The second one.</param>
    /// <param name="isHypotheses">Whether they are hypotheses.</param>
    public Difference? Compare(Proposition first, Proposition second, string what, Telescope? a, Telescope? b, bool isHypotheses)
    {
        var (alwaysTrue, known) = (true, false);
        Difference? form = null;
        foreach (var (values, free) in All(isHypotheses))
        {
            var evaluator = new OpenEvaluator(Reader, values, free);
            if (Value(evaluator, first, a, values) is not { } x || Value(evaluator, second, b, values) is not { } y)
            {
                continue;
            }

            known = true;
            alwaysTrue &= x;
            if (x != y)
            {
                var message = $"The {what} differ{(values.Numbers.Count > 0 ? $" at {values}" : string.Empty)}: {Words(x)} here, {Words(y)} there";
                if (free is null && (isHypotheses || SatisfyBoth(values)))
                {
                    return new Difference(DifferenceKind.Values, message + ".", values.ToString());
                }

                form ??= new Difference(DifferenceKind.Form, message + " (where products and powers may be any numbers).", values.ToString());
            }
        }

        // What holds of any numbers tells nothing: then the terms themselves are compared.
        return form ?? (!known ? new Difference(DifferenceKind.Unknown, $"The {what} could not be compared.")
            : alwaysTrue && !isHypotheses && !Literals.Of([first], Reader).SetEquals(Literals.Of([second], Reader))
                ? new Difference(DifferenceKind.Form, $"The {what} are about different terms.")
                : null);
    }

    private bool SatisfyBoth(Valuation values) =>
        Samples.Hypotheses(_a, values) is { Value: true } && Samples.Hypotheses(_b, values) is { Value: true };

    private static bool? Value(OpenEvaluator evaluator, Proposition proposition, Telescope? statement, Valuation values) =>
        statement is not null && statement.Variables.Any(v => v is { Argument: null, Type: NumberType.Nat } && values[v.Name] is { Sign: < 0 })
            ? false
            : evaluator.Evaluate(proposition);

    private static string Words(bool value) => value ? "true" : "false";

    private IEnumerable<(Valuation Values, Func<string, bool, BigInteger>? Free)> All(bool isHypotheses)
    {
        var random = new Random(Seed);
        foreach (var solution in _solutions)
        {
            // Variables bound inside have no value yet.
            if (_variables.Any(v => solution[v.Name] is null))
            {
                for (var i = 0; i < 4; i++)
                {
                    yield return (Filled(solution, random), null);
                }
            }
            else
            {
                yield return (solution, null);
            }

            if (isHypotheses)
            {
                yield return (Filled(solution, random), Free(random));
            }
        }

        for (var i = 0; i < RandomPoints; i++)
        {
            yield return (Filled(new Valuation(), random), Free(random));
        }
    }

    private Valuation Filled(Valuation solution, Random random)
    {
        var values = new Valuation(solution.Numbers);
        foreach (var (name, isNatural) in _variables.Where(v => values[v.Name] is null))
        {
            values[name] = Pick(random, isNatural);
        }

        return values;
    }

    private Func<string, bool, BigInteger> Free(Random random)
    {
        var known = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        return (key, isNatural) => known.TryGetValue(key, out var value) ? value : known[key] = Pick(random, isNatural);
    }

    private BigInteger Pick(Random random, bool isNatural)
    {
        var value = _pool[random.Next(_pool.Count)];
        return isNatural ? BigInteger.Abs(value) : value;
    }

    private static List<BigInteger> Pool(Telescope a, Telescope b)
    {
        var numerals = Numerals.In(a).Concat(Numerals.In(b)).Where(n => BigInteger.Abs(n) < 100_000);
        return [.. Enumerable.Range(-6, 19).Select(i => (BigInteger)i).Concat(numerals.SelectMany(n => new[] { n, n + 1, n - 1, -n })).Distinct()];
    }
}
