namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>A statement taken apart: for all variables with the hypotheses, the conclusion.</summary>
/// <param name="Variables">The leading universal variables.</param>
/// <param name="Hypotheses">The leading premises.</param>
/// <param name="Conclusion">What follows.</param>
/// <param name="Arguments">Variables (true) and premises (false) in the order in which the statement takes them.</param>
internal sealed record Telescope(
    IReadOnlyList<Binding> Variables, IReadOnlyList<Proposition> Hypotheses, Proposition Conclusion, IReadOnlyList<bool> Arguments)
{
    /// <summary>Takes a statement apart. Variables keep their names: Lean prints none twice where a later one hides an earlier.</summary>
    public static Telescope Of(Proposition statement)
    {
        var (variables, hypotheses, arguments) = (new List<Binding>(), new List<Proposition>(), new List<bool>());
        while (true)
        {
            switch (statement)
            {
                case Proposition.Quantified { IsUniversal: true } all when variables.TrueForAll(v => v.Name != all.Variable.Name):
                    variables.Add(all.Variable);
                    arguments.Add(true);
                    statement = all.Body;
                    break;
                case Proposition.Binary { Connective: '→' } implication:
                    hypotheses.Add(implication.Left);
                    arguments.Add(false);
                    statement = implication.Right;
                    break;
                default:
                    return new Telescope(variables, hypotheses, statement, arguments);
            }
        }
    }
}
