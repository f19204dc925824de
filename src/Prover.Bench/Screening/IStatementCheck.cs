using Prover.Bench.Data;

namespace Prover.Bench.Screening;

/// <summary>Examines statements before any prover sees them: do they elaborate, are their hypotheses consistent, are they false.</summary>
/// <remarks>Thread-safe. Says that a statement is faulty only where Lean has verified the proof that shows it.</remarks>
public interface IStatementCheck
{
    /// <summary>Examines one statement.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="statement">The text as provers get it.</param>
    /// <param name="cancellationToken">Ends it with an exception: nothing is found then.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<CheckedStatement> CheckAsync(BenchProblem problem, string statement, CancellationToken cancellationToken = default);
}
