using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Truth;

/// <summary>Writes the proof that a statement is false at given values.</summary>
internal static class Refutation
{
    private const string Close = "first | decide | omega | (simp; done) | (simp; omega) | grind";

    /// <summary>Tactics for <c>¬ (type_of% @NAME)</c>: takes the statement at the values, whose hypotheses hold there and whose conclusion does not.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="values">The values.</param>
    /// <param name="alternative">A tactic to try besides for a hypothesis; null for none.</param>
    public static string At(Telescope statement, Valuation values, Func<Proposition, string?>? alternative = null)
    {
        var (variable, hypothesis) = (0, 0);
        var arguments = statement.Arguments.Select(isVariable => isVariable
            ? Value(statement.Variables[variable++], values)
            : $"(by {Close}{(alternative?.Invoke(statement.Hypotheses[hypothesis++]) is { } more ? " | " + more : string.Empty)})");
        return $"intro h\nhave h' := @h {string.Join(' ', arguments)}\nrevert h'\n{Close}";
    }

    private static string Value(Binding variable, Valuation values) => variable.Argument is null
        ? $"({values[variable.Name]} : {variable.Type})"
        : $"(fun _ => {values.Apply(variable.Name, 40)})";
}
