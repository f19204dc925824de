using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Takes out variables that a hypothesis defines: <c>(m : Nat) (h : m = n + 1)</c>.</summary>
internal static class Definitions
{
    /// <summary>The statement with at most so many variables, as far as hypotheses define the others.</summary>
    public static Telescope Eliminate(Telescope statement, int variables)
    {
        while (statement.Variables.Count > variables && Find(statement) is var (name, value, hypothesis))
        {
            statement = new Telescope(
                [.. statement.Variables.Where(v => v.Name != name)],
                [.. statement.Hypotheses.Where(h => !ReferenceEquals(h, hypothesis)).Select(h => Renaming.Substitute(h, name, value))],
                Renaming.Substitute(statement.Conclusion, name, value),
                []);
        }

        return statement;
    }

    private static (string Name, Term Value, Proposition Hypothesis)? Find(Telescope statement)
    {
        foreach (var equation in statement.Hypotheses.OfType<Proposition.Comparison>().Where(c => c.Relation == '='))
        {
            foreach (var (variable, value) in new[] { (equation.Left, equation.Right), (equation.Right, equation.Left) })
            {
                if (variable is Term.Variable v && value is not Term.Number && !Occurs(value, v.Name))
                {
                    return (v.Name, value, equation);
                }
            }
        }

        return null;
    }

    private static bool Occurs(Term term, string name) => term is Term.Variable v ? v.Name == name : term.Parts.Any(p => Occurs(p, name));
}
