using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Searching;

namespace Prover.Core.Refutation.Writing;

/// <summary>Writes the proof that a statement is false at given values: takes the statement there, proves its hypotheses, and refutes its conclusion.</summary>
internal static class RefutationScript
{
    /// <summary>What stands after <c>:=</c> in <c>theorem t_refuted : ¬ (statement) := …</c>.</summary>
    public static string Of(Telescope statement, FoundValues found)
    {
        var writer = new EvidenceWriter();
        var (variable, hypothesis) = (0, 0);
        var arguments = statement.Arguments.Select(isVariable => isVariable
            ? Argument(statement.Variables[variable++], found)
            : writer.Proof(statement.Hypotheses[hypothesis++], found.Values));
        var taken = string.Join(' ', arguments.Prepend("@h"));
        return $"by\n  intro h\n  exact absurd ({taken}) {writer.Refutation(statement.Conclusion, found.Values)}";
    }

    /// <summary>A variable's value as Lean writes it.</summary>
    public static string Argument(Binding variable, FoundValues found) => variable.Argument is null
        ? $"({found.Values[variable.Name]} : {variable.Type})"
        : $"({found.Functions[variable.Name].Text})";
}
