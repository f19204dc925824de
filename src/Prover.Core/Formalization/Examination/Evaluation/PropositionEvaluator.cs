using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>Evaluates propositions at given values; quantifiers by searching through small ones.</summary>
/// <remarks>One evaluation takes at most so many steps: nested quantifiers multiply.</remarks>
internal sealed class PropositionEvaluator
{
    private const int MaxSteps = 20_000;

    // Dense near zero, then sparse: witnesses of school problems are small or round.
    private static readonly BigInteger[] Naturals = [.. Enumerable.Range(0, 33), 36, 40, 42, 48, 49, 50, 54, 60, 63, 64, 72, 80, 81, 90, 96, 99, 100, 101, 120, 121, 128, 144, 200, 256, 500, 512, 1000, 1001, 1024, 10_000];
    private static readonly BigInteger[] NestedNaturals = [.. Enumerable.Range(0, 21), 25, 32, 50, 64, 100, 101, 1000];

    private int _steps;

    /// <summary>The value; null where a part can't be evaluated or it took too long.</summary>
    public static Outcome? Evaluate(Proposition proposition, Valuation values) => new PropositionEvaluator().At(proposition, values, 0);

    /// <summary>As <see cref="Evaluate(Proposition, Valuation)"/>, and how many propositions were looked at.</summary>
    public static Outcome? Evaluate(Proposition proposition, Valuation values, out int steps)
    {
        var evaluator = new PropositionEvaluator();
        var outcome = evaluator.At(proposition, values, 0);
        steps = evaluator._steps;
        return outcome;
    }

    /// <summary>A value that shows an existence to be true, or a universal statement to be false, a certain one where there is; null where none was found.</summary>
    public static (BigInteger Value, bool IsCertain)? Witness(Proposition.Quantified quantified, Valuation values)
    {
        var name = quantified.Variable.Name;
        var hidden = values[name];
        (BigInteger, bool)? likely = null;
        try
        {
            foreach (var value in Candidates(quantified, values, 0, out _))
            {
                values[name] = value;
                if (Evaluate(quantified.Body, values) is { } found && found.Value != quantified.IsUniversal)
                {
                    if (found.IsCertain)
                    {
                        return (value, true);
                    }

                    likely ??= (value, false);
                }
            }

            return likely;
        }
        finally
        {
            values[name] = hidden;
        }
    }

    private Outcome? At(Proposition proposition, Valuation values, int depth)
    {
        if (++_steps > MaxSteps)
        {
            return null;
        }

        switch (proposition)
        {
            case Proposition.Constant constant:
                return new Outcome(constant.Value, true);
            case Proposition.Comparison comparison:
                return TermEvaluator.Evaluate(comparison.Left, values) is { } left && TermEvaluator.Evaluate(comparison.Right, values) is { } right
                    ? new Outcome(Compare(comparison.Relation, left, right), true)
                    : null;
            case Proposition.Divides divides:
                return TermEvaluator.Evaluate(divides.Divisor, values) is { } divisor && TermEvaluator.Evaluate(divides.Dividend, values) is { } dividend
                    ? new Outcome(divisor.IsZero ? dividend.IsZero : (dividend % divisor).IsZero, true)
                    : null;
            case Proposition.Not negation:
                return At(negation.Inner, values, depth) is { } inner ? Outcome.Not(inner) : null;
            case Proposition.Binary binary:
                return Connect(binary, values, depth);
            case Proposition.Quantified { Variable.Argument: null } quantified:
                return Search(quantified, values, depth);
            default:
                return null;
        }
    }

    public static bool Compare(char relation, BigInteger left, BigInteger right) => relation switch
    {
        '=' => left == right,
        '≠' => left != right,
        '<' => left < right,
        '≤' => left <= right,
        '>' => left > right,
        _ => left >= right,
    };

    private Outcome? Connect(Proposition.Binary binary, Valuation values, int depth)
    {
        var left = At(binary.Left, values, depth);
        switch (binary.Connective, left)
        {
            case ('∧', { Value: false, IsCertain: true }):
                return left;
            case ('∨', { Value: true, IsCertain: true }):
                return left;
            case ('→', { Value: false, IsCertain: true }):
                return new Outcome(true, true);
        }

        if (At(binary.Right, values, depth) is not { } right)
        {
            return null;
        }

        return (binary.Connective, left) switch
        {
            ('∧', null) => right is { Value: false, IsCertain: true } ? right : null,
            ('∨' or '→', null) => right is { Value: true, IsCertain: true } ? right : null,
            (_, null) => null,
            ('∧', { } l) => Outcome.And(l, right),
            ('∨', { } l) => Outcome.Or(l, right),
            ('→', { } l) => Outcome.Or(Outcome.Not(l), right),
            (_, { } l) => new Outcome(l.Value == right.Value, l.IsCertain && right.IsCertain),
        };
    }

    private Outcome? Search(Proposition.Quantified quantified, Valuation values, int depth)
    {
        var name = quantified.Variable.Name;
        var hidden = values[name];
        var (unknown, likely) = (false, false);
        try
        {
            var candidates = Candidates(quantified, values, depth, out var isWhole);
            foreach (var value in candidates)
            {
                values[name] = value;
                var outcome = At(quantified.Body, values, depth + 1);
                if (outcome is { } found && found.Value != quantified.IsUniversal)
                {
                    if (found.IsCertain)
                    {
                        return found;
                    }

                    likely = true;
                }

                unknown |= outcome is not { IsCertain: true };
                if (_steps > MaxSteps)
                {
                    return null;
                }
            }

            return likely ? new Outcome(!quantified.IsUniversal, false) : new Outcome(quantified.IsUniversal, isWhole && !unknown);
        }
        finally
        {
            values[name] = hidden;
        }
    }

    /// <summary>The values to try; all that matter where the body bounds the variable.</summary>
    private static List<BigInteger> Candidates(Proposition.Quantified quantified, Valuation values, int depth, out bool isWhole)
    {
        var isNatural = quantified.Variable.Type == NumberType.Nat;
        if (!quantified.IsUniversal && VariableBound.Solutions(quantified, values) is { } solutions)
        {
            isWhole = true;
            return [.. solutions.Where(s => !isNatural || s.Sign >= 0)];
        }

        if (isNatural && VariableBound.Of(quantified, values) is { } bound && bound <= 400)
        {
            isWhole = true;
            return [.. Enumerable.Range(0, (int)BigInteger.Max(bound + 1, 0))];
        }

        isWhole = false;
        var candidates = (depth == 0 ? Naturals : NestedNaturals).ToList();
        if (!isNatural)
        {
            candidates = [.. candidates.SelectMany(v => v.IsZero ? [v] : new[] { v, -v })];
        }

        candidates.AddRange(VariableBound.Roots(quantified.Variable.Name, quantified.Body, values).Where(r => !isNatural || r.Sign >= 0));
        return candidates;
    }
}
