using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Values;

namespace Prover.Core.Refutation.Searching;

/// <summary>A hypothesis, or one part of a conjunction that is one.</summary>
/// <param name="Proposition">It.</param>
/// <param name="Unknowns">The variable numbers in it.</param>
/// <param name="Size">What a step of its evaluation costs.</param>
internal sealed record Premise(Proposition Proposition, IReadOnlyList<string> Unknowns, int Size)
{
    // Far from zero, so that natural subtraction of small terms has no effect.
    private const int Far = 1000;

    /// <summary>Whether it is an equation between polynomials.</summary>
    public bool IsSolvable { get; } = Proposition is Proposition.Comparison { Relation: '=' } equation && IsPolynomial(equation.Left) && IsPolynomial(equation.Right);

    /// <summary>All of a statement's.</summary>
    public static IReadOnlyList<Premise> Of(Telescope statement)
    {
        var numbers = statement.Variables.Where(v => v.Argument is null).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        return [.. statement.Hypotheses.SelectMany(Conjuncts).Select(h => new Premise(h, [.. Names.In(h).Where(numbers.Contains)], Names.StepSize(h)))];
    }

    /// <summary>The integers at which it can hold as an equation in one variable, the others having values; null where it is no equation, or none that is solved exactly.</summary>
    public IReadOnlyList<BigInteger>? Solve(string variable, Valuation values)
    {
        if (Proposition is not Proposition.Comparison { Relation: '=' } equation)
        {
            return null;
        }

        var roots = PolynomialRoots.Through(
            at =>
            {
                values[variable] = at;
                return TermEvaluator.Evaluate(equation.Left, values) - TermEvaluator.Evaluate(equation.Right, values);
            },
            Far);
        values[variable] = null;
        return roots;
    }

    private static bool IsPolynomial(Term term) => term switch
    {
        Term.Number or Term.Variable => true,
        Term.Binary { Operator: '^' } power => IsPolynomial(power.Left) && power.Right is Term.Number,
        Term.Binary { Operator: '+' or '-' or '*' } or Term.Negate or Term.Cast => term.Parts.All(IsPolynomial),
        _ => Names.In(term).Count == 0,
    };

    private static IEnumerable<Proposition> Conjuncts(Proposition proposition) =>
        proposition is Proposition.Binary { Connective: '∧' } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [proposition];
}
