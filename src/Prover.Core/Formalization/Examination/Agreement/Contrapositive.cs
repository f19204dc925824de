using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Turns "from P and Q follows R" into "from P and not R follows not Q" where another statement is of that form.</summary>
internal static class Contrapositive
{
    /// <summary>The second statement in the form of the first, where that supposes what the second denies, and the other way round; else as it is.</summary>
    public static Telescope Turned(Telescope first, Telescope second, SumReader reader)
    {
        for (var i = 0; i < second.Hypotheses.Count; i++)
        {
            if (Denies(second.Hypotheses[i], first.Conclusion, reader) && first.Hypotheses.Any(h => Denies(h, second.Conclusion, reader)))
            {
                return second with
                {
                    Hypotheses = [.. second.Hypotheses.Where((_, at) => at != i), Denied(second.Conclusion)],
                    Conclusion = Denied(second.Hypotheses[i]),
                };
            }
        }

        return second;
    }

    private static bool Denies(Proposition one, Proposition other, SumReader reader) => Keys(Denied(one), reader) is { Count: > 0 } keys && keys.SetEquals(Keys(other, reader));

    /// <summary>Each relation by itself with its sign; none where a proposition is more than one.</summary>
    private static HashSet<string> Keys(Proposition proposition, SumReader reader) => proposition switch
    {
        Proposition.Not { Inner: Proposition.Divides divides } => Signed("not", divides, reader),
        Proposition.Comparison { Relation: '≠' } unequal => Signed("not", unequal with { Relation = '=' }, reader),
        Proposition.Divides or Proposition.Comparison { Relation: '=' } => Signed("is", proposition, reader),
        _ => [],
    };

    private static HashSet<string> Signed(string sign, Proposition proposition, SumReader reader) =>
        [.. Literals.Of([proposition], reader, bySides: true).Select(k => $"{sign} {k}")];

    private static Proposition Denied(Proposition proposition) => proposition switch
    {
        Proposition.Not(var inner) => inner,
        Proposition.Comparison { Relation: '=' } equal => equal with { Relation = '≠' },
        Proposition.Comparison { Relation: '≠' } unequal => unequal with { Relation = '=' },
        _ => new Proposition.Not(proposition),
    };
}
