using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary><c>D ∣ E</c> between integer polynomials. The generator solves E = q·D + Σ cᵢ·eqᵢ for the coefficients of the quotient q and
/// of multipliers cᵢ of the equations among the hypotheses; the script gives q and leaves the ring identity to grind.</summary>
internal sealed partial class PolynomialDivisionTemplate : IScriptTemplate
{
    private const int MaxVariables = 4;
    private const int MaxQuotientDegree = 4;
    private const int MaxUnknowns = 250;

    public string Name => "poly-dvd";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var sides = TopLevel.Split(goal.Conclusion, " ∣ ");
        if (sides.Count != 2 || goal.Functions.Count > 0 || goal.Scalars.Count is 0 or > MaxVariables
            || goal.Scalars.Any(v => v.Kind != NumberKind.Int))
        {
            return [];
        }

        // `h : a ∣ b` is opened as `b = a * qq0`, with a variable more.
        var opened = goal.Hypotheses.Where(h => Divisibility().IsMatch(h.Type)).Take(2).ToList();
        var variables = goal.Scalars.Select(v => v.Name).Concat(opened.Select((_, i) => $"qq{i}")).ToList();
        if (Polynomial.Parse(sides[0], variables) is not { } divisor || Polynomial.Parse(sides[1], variables) is not { } dividend
            || Quotient(divisor, dividend, Equations(goal, opened, variables), opened.Count > 0, variables) is not { } quotient)
        {
            return [];
        }

        return [Script.Lines([.. opened.Select((h, i) => $"obtain ⟨qq{i}, hqq{i}⟩ := {h.Name}"), $"exact ⟨{quotient}, by grind⟩"])];
    }

    private static List<Polynomial> Equations(GoalFeatures goal, List<Declaration> opened, List<string> variables)
    {
        var divisibilities = opened.Select((h, i) =>
        {
            var sides = TopLevel.Split(h.Type, " ∣ ");
            return $"({sides[1]}) - ({sides[0]}) * qq{i}";
        });
        var equations = goal.Hypotheses.Where(h => !Logic().IsMatch(h.Type)).Select(h => TopLevel.Split(h.Type, " = "))
            .Where(sides => sides.Count == 2).Select(sides => $"({sides[0]}) - ({sides[1]})");
        return [.. divisibilities.Concat(equations).Select(text => Polynomial.Parse(text, variables)).OfType<Polynomial>()];
    }

    private static string? Quotient(
        Polynomial divisor, Polynomial dividend, List<Polynomial> equations, bool withOpened, List<string> variables)
    {
        var degree = Math.Max(dividend.Degree - divisor.Degree, withOpened ? 2 : 0);
        if (degree > MaxQuotientDegree)
        {
            return null;
        }

        var monomials = Monomial.UpTo(variables.Count, degree).ToList();
        var columns = monomials.Select(m => Polynomial.Of(m, 1) * divisor).ToList();
        foreach (var equation in equations)
        {
            var multipliers = Math.Max(withOpened ? 1 : 0, Math.Min(2, dividend.Degree - equation.Degree));
            columns.AddRange(Monomial.UpTo(variables.Count, Math.Max(0, multipliers)).Select(m => Polynomial.Of(m, 1) * equation));
        }

        if (columns.Count > MaxUnknowns || LinearSystem.Solve(columns, dividend) is not { } solution)
        {
            return null;
        }

        var terms = monomials.Zip(solution).Where(t => !t.Second.IsZero).ToList();
        return terms.Any(t => !t.Second.IsInteger) ? null
            : terms.Count == 0 ? "0"
            : string.Join(" + ", terms.Select(t => Term(t.First, t.Second, variables)));
    }

    private static string Term(Monomial monomial, Rational coefficient, List<string> variables) =>
        $"({coefficient})" + string.Concat(monomial.Exponents.Zip(variables, (e, v) => e == 0 ? string.Empty : $" * {v} ^ {e}"));

    [GeneratedRegex("^[^∧∨¬→∣]* ∣ [^∧∨¬→∣]*$")]
    private static partial Regex Divisibility();

    [GeneratedRegex("[∧∨¬∣%→]")]
    private static partial Regex Logic();
}
