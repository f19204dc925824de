using Prover.Core.Formalization;
using Prover.Core.Formalization.English;

namespace Prover.Faithfulness;

/// <summary>The formalizations by others with which a statement is compared.</summary>
internal static class Independent
{
    /// <summary>What the controlled-English grammar reads; none where it can't read the text.</summary>
    public static IReadOnlyList<FormalStatement> FromGrammar(TableProblem problem) =>
        EnglishReader.Read(problem.Text) is ReadingResult.Read(var reading) ? [new FormalStatement(reading.ToLean("problem"), "english")] : [];

    /// <summary>A right statement of the table, where there is another one.</summary>
    public static IReadOnlyList<FormalStatement> FromTable(TableProblem problem, string examined) =>
        [.. problem.Right.Where(r => r != examined).Take(1).Select(r => new FormalStatement(r, "table"))];
}
