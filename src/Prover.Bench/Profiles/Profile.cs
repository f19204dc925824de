using Prover.Bench.Data;

namespace Prover.Bench.Profiles;

/// <summary>How a data set's statements are put before a Lean.</summary>
/// <param name="Name">Its name, e.g. <c>core</c>.</param>
/// <param name="Description">For people, a sentence.</param>
/// <param name="Header">What stands in front of every statement instead of its own header; null keeps each problem's own.</param>
/// <param name="NeedsMathlib">Whether a native Lean with Mathlib is needed.</param>
public sealed record Profile(string Name, string Description, string? Header, bool NeedsMathlib)
{
    /// <summary>The text that a prover is given: header and statement, to the letter; nothing in the statement is changed.</summary>
    public string StatementOf(BenchProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return (Header ?? problem.Header) + problem.Statement;
    }
}
