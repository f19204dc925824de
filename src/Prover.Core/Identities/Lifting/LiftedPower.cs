using System.Numerics;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Lifting;

/// <summary>A power whose exponent is itself a power that grows: <c>x ^ (m · p ^ k)</c> with a literal m.</summary>
/// <param name="Base">x.</param>
/// <param name="Exponent">The whole exponent, as it was written.</param>
/// <param name="Multiplier">m.</param>
/// <param name="Prime">p, a natural number; need not be prime.</param>
/// <param name="Growing">k.</param>
internal sealed record LiftedPower(Expression Base, Expression Exponent, int Multiplier, Expression Prime, string Growing)
{
    private const int MaxMultiplier = 64;

    /// <summary>Reads one; null for what is none.</summary>
    public static LiftedPower? Read(Expression expression)
    {
        if (expression is not Expression.Binary { Operator: '^', Left: var x, Right: var exponent })
        {
            return null;
        }

        var (factor, power) = exponent switch
        {
            Expression.Binary { Operator: '*', Left: Expression.Number m, Right: var right } => (m.Value, right),
            Expression.Binary { Operator: '*', Left: var left, Right: Expression.Number m } => (m.Value, left),
            _ => (BigInteger.One, exponent),
        };
        if (power is not Expression.Binary { Operator: '^', Left: Expression.Number or Expression.Variable, Right: var top } tower || Shifted(top) is not var (growing, shift))
        {
            return null;
        }

        // m · p ^ (k + j) is (m · p ^ j) · p ^ k.
        var multiplier = shift == 0 ? factor : tower.Left is Expression.Number p ? factor * BigInteger.Pow(p.Value, shift) : 0;
        return multiplier >= 1 && multiplier <= MaxMultiplier ? new LiftedPower(x, exponent, (int)multiplier, tower.Left, growing) : null;
    }

    /// <summary>A variable and what is added to it: <c>k</c>, <c>k + 2</c>, <c>2 + k</c>.</summary>
    public static (string Variable, int Shift)? Shifted(Expression expression) => expression switch
    {
        Expression.Variable variable => (variable.Name, 0),
        Expression.Binary { Operator: '+', Left: Expression.Variable variable, Right: Expression.Number n } when n.Value <= MaxMultiplier => (variable.Name, (int)n.Value),
        Expression.Binary { Operator: '+', Left: Expression.Number n, Right: Expression.Variable variable } when n.Value <= MaxMultiplier => (variable.Name, (int)n.Value),
        _ => null,
    };

    /// <summary>The base to the multiplier.</summary>
    public string Start => $"{ExpressionText.Of(Base)}^{Multiplier}";
}
