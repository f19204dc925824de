using Prover.Core.Models;

namespace Prover.Core.Formalization;

/// <summary>Looks for evidence of whether a formal statement says what the problem says, without a model.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IStatementExaminer
{
    /// <summary>Streams evidence, the cheapest first.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="statement">The statement to examine.</param>
    /// <param name="independent">What others propose for the same problem, not knowing of this one.</param>
    /// <param name="cancellationToken">Ends it; what was found so far has been handed on.</param>
    IAsyncEnumerable<Evidence> ExamineAsync(
        InformalProblem problem, FormalStatement statement, IReadOnlyList<FormalStatement> independent, CancellationToken cancellationToken = default);
}

/// <summary>Judges formal statements as a reader does: a language model.</summary>
/// <remarks>Thread-safe. What it says is an opinion: it can't outweigh what Lean says.</remarks>
public interface IFaithfulnessJudge
{
    /// <summary>Tells the statement back in words without knowing the problem, and compares the words with the problem without knowing the
    /// statement. Null when no model could say anything.</summary>
    Task<Evidence?> BackTranslateAsync(
        InformalProblem problem, FormalStatement statement, ModelSession session, CancellationToken cancellationToken = default);

    /// <summary>Votes between statements that differ; in each the same place as in <paramref name="statements"/>. Empty when nobody could vote.</summary>
    Task<IReadOnlyList<Evidence>> VoteAsync(
        InformalProblem problem, IReadOnlyList<FormalStatement> statements, ModelSession session, CancellationToken cancellationToken = default);
}
