using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Polynomials;

/// <summary>Polynomial equations in variables of one kind.</summary>
/// <param name="Kind">The kind's name: <c>Int</c> or <c>Rat</c>.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Equations">The hypotheses that are equations.</param>
internal sealed record PolynomialSetting(NumberKind Kind, IReadOnlyList<string> Variables, IReadOnlyList<PolynomialEquation> Equations)
{
    private const int MaxExponent = 40;

    /// <summary>Reads a goal whose numbers are all integers or all rationals; null for others.</summary>
    public static PolynomialSetting? Of(IdentityGoal goal)
    {
        var scalars = goal.Features.Scalars;
        if (scalars.Count == 0 || scalars.DistinctBy(s => s.Kind).Count() != 1 || scalars[0].Kind == NumberKind.Nat || goal.Features.Functions.Count > 0)
        {
            return null;
        }

        var setting = new PolynomialSetting(scalars[0].Kind, [.. scalars.Select(s => s.Name)], []);
        return setting with
        {
            Equations = [.. goal.Features.Hypotheses.Select(h => (h, p: setting.Equation(h.Type))).Where(t => t.p is { IsZero: false })
                .Select(t => new PolynomialEquation(t.h.Name, t.h.Type, t.p!))],
        };
    }

    /// <summary>The name of a variable by its number.</summary>
    public string Name(int index) => Variables[index];

    /// <summary>A term as a polynomial.</summary>
    public Polynomial? Read(string text) => Polynomial.Parse(text, Variables, MaxExponent);

    /// <summary>The difference of an equation's sides; null for what is no equation of polynomials.</summary>
    public Polynomial? Equation(string text) =>
        TopLevel.Split(text, " = ") is [var left, var right] && Read(left) is { } a && Read(right) is { } b ? a - b : null;
}

/// <summary>A hypothesis that is an equation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">As Lean prints it.</param>
/// <param name="Polynomial">The difference of its sides.</param>
internal sealed record PolynomialEquation(string Name, string Text, Polynomial Polynomial);
