using Prover.Core.Verification;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Verification;

/// <summary>A proof as a row claims it.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row there, from 1.</param>
/// <param name="Name">The theorem.</param>
/// <param name="Statement">The statement that it is said to prove.</param>
/// <param name="Text">The whole text; null when the row's completion can't be read.</param>
/// <param name="Grade">The grade that the row claims; null when it claims none that there is.</param>
public sealed record ExportedProof(string File, long Row, string Name, string Statement, string? Text, Grade? Grade)
{
    /// <summary>The axioms that the row claims; null where it claims none.</summary>
    public IReadOnlyList<string>? Axioms { get; init; }

    /// <summary>Hash of the Lean that is said to have accepted it; null where it is not said.</summary>
    public string? LeanHash { get; init; }

    /// <summary>All that a row claims to be proved. What Lean turned down is not among it, and statements alone claim nothing.</summary>
    public static IEnumerable<ExportedProof> Of(DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Record switch
        {
            ProofRecord proof =>
            [
                new ExportedProof(row.File, row.Number, proof.Name, proof.Statement, proof.Text, Words.ToGrade(proof.Grade)) { Axioms = proof.Axioms, LeanHash = proof.Lean?.Hash },
            ],
            SftRecord sft => [Answered(row, Content(sft.Completion), sft.Grade)],
            PreferenceRecord pair => [Answered(row, Content(pair.Chosen), pair.Grade)],
            GrpoRecord group => group.Completions.Zip(group.Outcomes, group.Grades).Where(c => c.Second == "proved").Select(c => Answered(row, c.First, c.Third)),
            _ => [],
        };
    }

    private static ExportedProof Answered(DatasetRow row, string completion, string grade) => new(
        row.File, row.Number, row.Record.Name, row.Record.Statement, Completion.TextOf(row.Record.Statement, completion), Words.ToGrade(grade));

    private static string Content(List<ChatTurn> turns) => turns is [{ Content: var content }] ? content : string.Empty;
}
