using Prover.Core.Formalization;
using Prover.Rounds.Problems.Filters;

namespace Prover.Rounds.Problems.Words;

/// <summary>Decides which formalizations are trained on. A statement that something speaks against is left out; one that nothing but its author speaks for
/// must be what most of the proposals say, up to names; and none may be very short or long.</summary>
/// <remarks>A verified proof of an unfaithful statement is still a proof, so nothing here touches a verdict; it keeps rounds from learning to prove what nobody asked.</remarks>
public sealed class FormalizationSieve
{
    private readonly LengthFilter _length = new();

    /// <summary>Decides.</summary>
    /// <param name="result">What the formalization came to.</param>
    /// <param name="proposed">All statements that were proposed and elaborate, as often as they were.</param>
    /// <returns>The decision; its statement is empty where there is none.</returns>
    public FilterDecision Decide(FormalizeResult result, IReadOnlyList<FormalStatement> proposed)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(proposed);
        if (result.Problem is not { } problem)
        {
            return new FilterDecision(string.Empty, IsKept: false, $"No statement was found. {result.Reason}".TrimEnd());
        }

        var statement = problem.Statement.Text;
        if (problem.Level < FaithfulnessLevel.Plausible)
        {
            var against = problem.Evidence.FirstOrDefault(e => e.Finding is Finding.Contradicts or Finding.Doubts);
            return new FilterDecision(statement, IsKept: false, $"It is {problem.Level.ToString().ToLowerInvariant()}. {against?.Message}".TrimEnd());
        }

        if (_length.Decide(statement) is { IsKept: false } wrongLength)
        {
            return wrongLength;
        }

        // A grammar's reading and a person's word need no votes; nor does what another author or judge has said the same of.
        return problem.Level > FaithfulnessLevel.Plausible || problem.Statement.Model is null
            ? new FilterDecision(statement, IsKept: true, $"It is {problem.Level.ToString().ToLowerInvariant()}, by {problem.Statement.Author}.")
            : MajorityFilter.Decide([.. proposed.Select(p => p.Text)]).FirstOrDefault(d => d.Statement == statement)
                ?? new FilterDecision(statement, IsKept: false, "None of the proposals says this.");
    }
}
