using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>What a sentence speaks of.</summary>
/// <param name="Phrase">The numbers.</param>
/// <param name="Mode">Of how many of them it holds.</param>
internal sealed record Subject(Phrase Phrase, SubjectMode Mode)
{
    /// <summary>The predicate said of the numbers.</summary>
    public Formula Say(Func<IReadOnlyList<Term>, Formula> predicate) => Mode switch
    {
        SubjectMode.All => predicate(Phrase.Terms),
        SubjectMode.Any => Build.Any(Phrase.Terms.Select(t => predicate([t]))),
        _ => Build.All(Phrase.Terms.Select(t => new Formula.Not(predicate([t])))),
    };
}

/// <summary>Of how many numbers something holds.</summary>
internal enum SubjectMode
{
    /// <summary>"a and b", "both".</summary>
    All,

    /// <summary>"a or b", "at least one of".</summary>
    Any,

    /// <summary>"neither a nor b".</summary>
    None,
}
