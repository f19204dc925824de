using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Truth;

/// <summary>Writes the proof that a statement is false at given values.</summary>
internal static class Refutation
{
    private const string Close = "first | decide | omega | (simp; done) | (simp; omega) | grind";

    /// <summary>Tactics for <c>¬ (type_of% @NAME)</c>: takes the statement at the values, whose hypotheses hold there and whose conclusion does not.</summary>
    public static string At(Telescope statement, Valuation values)
    {
        var variable = 0;
        var arguments = statement.Arguments.Select(isVariable => isVariable ? Value(statement.Variables[variable++], values) : $"(by {Close})");
        return $"intro h\nhave h' := @h {string.Join(' ', arguments)}\nrevert h'\n{Close}";
    }

    private static string Value(Binding variable, Valuation values) => variable.Argument is null
        ? $"({values[variable.Name]} : {variable.Type})"
        : $"(fun _ => {values.Apply(variable.Name, 40)})";
}
