using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Keys;

/// <summary>A statement as variables, hypotheses and a conclusion, wherever they stood: <c>(n : Nat) (h : p)</c> and <c>∀ n : Nat, p →</c> are
/// the same, and a hypothesis <c>p ∧ q</c> is two.</summary>
internal sealed record Telescoped(IReadOnlyList<(int Id, Expression? Type)> Variables, IReadOnlyList<Expression> Hypotheses, Expression Conclusion)
{
    public static Telescoped Of(Statement statement)
    {
        var variables = statement.Variables.Select(v => (v.Id!.Value, (Expression?)v.Type)).ToList();
        var hypotheses = statement.Hypotheses.SelectMany(h => Conjuncts(h.Type)).ToList();
        var conclusion = statement.Conclusion;
        while (true)
        {
            switch (conclusion)
            {
                case Expression.Bound { Kind: "∀" } all:
                    variables.Add((all.Over.Id, all.Type));
                    conclusion = all.Body;
                    break;
                case Expression.Binary { Operator: "→" } implication:
                    hypotheses.AddRange(Conjuncts(implication.Left));
                    conclusion = implication.Right;
                    break;
                default:
                    return new Telescoped(variables, hypotheses, conclusion);
            }
        }
    }

    private static IEnumerable<Expression> Conjuncts(Expression expression) => expression is Expression.Binary { Operator: "∧" } both
        ? Conjuncts(both.Left).Concat(Conjuncts(both.Right))
        : [expression];
}
