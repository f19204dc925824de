namespace Prover.Core.TacticSearch.Checking;

/// <summary>What Lean said of one tactic on one goal.</summary>
internal abstract record TrialOutcome
{
    /// <summary>Lean accepted it.</summary>
    /// <param name="Left">The goals that it left, as Lean prints them; none when the goal is closed.</param>
    public sealed record Accepted(IReadOnlyList<string> Left) : TrialOutcome;

    /// <summary>Lean turned it down.</summary>
    public sealed record Refused : TrialOutcome;

    /// <summary>Lean gave no answer in time. Says nothing about the tactic.</summary>
    public sealed record TimedOut : TrialOutcome;

    /// <summary>The machinery failed. Says nothing about the tactic.</summary>
    public sealed record Failed : TrialOutcome;
}
