using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities;

/// <summary>A goal as the engine looks at it: what is known, with the arithmetic read.</summary>
/// <param name="Features">The goal's context and conclusion.</param>
/// <param name="MentionsInt">Whether the statement's text names the integers; decides the type of numerals that say nothing else.</param>
internal sealed record IdentityGoal(GoalFeatures Features, bool MentionsInt)
{
    /// <summary>What is to be shown.</summary>
    public string Conclusion => Features.Conclusion;

    /// <summary>Whether the numbers of the conclusion are integers and not natural numbers.</summary>
    public bool IsInt => Features.Scalars.Exists(s => s.Kind == NumberKind.Int && LeanNames.Mentions(Conclusion, s.Name))
        || Features.Functions.Exists(f => f.Type.Split(' ')[^1] is "Int" or "ℤ" && LeanNames.Mentions(Conclusion, f.Name))
        || Conclusion.Contains('↑', StringComparison.Ordinal)
        || (MentionsInt && !Features.Functions.Exists(f => LeanNames.Mentions(Conclusion, f.Name))
            && !Features.Scalars.Exists(s => s.Kind == NumberKind.Nat && LeanNames.Mentions(Conclusion, s.Name) && !LeanNames.InExponent(Conclusion, s.Name)));

    /// <summary>The goal with another conclusion.</summary>
    public IdentityGoal With(string conclusion) =>
        this with { Features = new GoalFeatures(Features.Goal with { Conclusion = conclusion }) };
}
