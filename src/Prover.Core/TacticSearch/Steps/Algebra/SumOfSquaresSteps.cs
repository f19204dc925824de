using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Sampling.Portfolio.Templates;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>An inequality between quadratic polynomials: the difference as a sum of squares of linear forms, found exactly by completing squares
/// (the LDLᵀ decomposition of its matrix); the linear combination of the squares is left to <c>grind</c>.</summary>
internal sealed class SumOfSquaresSteps : ITacticSource
{
    private const int MaxVariables = 6;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var variables = goal.Scalars.Where(v => v.Kind != NumberKind.Nat).ToList();
        if (variables.Count is 0 or > MaxVariables || variables.DistinctBy(v => v.Kind).Count() > 1 || Difference(goal, variables) is not { } difference
            || SumOfSquares.Of(difference, variables.Count) is not { Count: > 0 } forms)
        {
            yield break;
        }

        var kind = variables[0].Kind;
        yield return Insight.Of(
            "squares",
            [
                SquaresTemplate.SquareIsNonNegative(kind),
                .. forms.Select((f, i) => $"have hs{i + 1} := hsq{kind} ({Linear(f, variables)})"),
                $"clear hsq{kind}",
                "grind",
            ]);
    }

    /// <summary>What is claimed not to be negative.</summary>
    private static Polynomial? Difference(GoalFeatures goal, List<Scalar> variables)
    {
        foreach (var (relation, isTurned) in new[] { (" ≤ ", false), (" < ", false), (" ≥ ", true), (" > ", true) })
        {
            if (TopLevel.Split(goal.Conclusion, relation) is [var left, var right]
                && Read(left, variables) is { } smaller && Read(right, variables) is { } larger)
            {
                return isTurned ? smaller - larger : larger - smaller;
            }
        }

        return null;
    }

    private static Polynomial? Read(string text, List<Scalar> variables) => Polynomial.Parse(text, [.. variables.Select(v => v.Name)]);

    private static string Linear(IReadOnlyList<System.Numerics.BigInteger> form, List<Scalar> variables) =>
        string.Join(" + ", form.Select((c, i) => (c, i)).Where(t => !t.c.IsZero)
            .Select(t => t.i == variables.Count ? Number(t.c) : $"{Number(t.c)} * {variables[t.i].Name}"));

    private static string Number(System.Numerics.BigInteger value) => value.Sign < 0 ? $"({value})" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
