using System.Text.RegularExpressions;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>Words for "for all", "there is" and "if and only if" against the statement's quantifiers and arrows.</summary>
internal static partial class QuantifierWords
{
    /// <summary>What does not fit, in a sentence; null where nothing is amiss.</summary>
    public static string? Doubt(string text, Telescope statement)
    {
        var (all, some) = (All().Match(text), Some().Match(text));
        var variables = statement.Variables.Count(v => v.Argument is null);
        var first = variables == 0 && statement.Conclusion is Proposition.Quantified { IsUniversal: false };
        var hasAll = variables > 0 || statement.Conclusion.All.Any(p => p is Proposition.Quantified { IsUniversal: true } or Proposition.Not);
        if (first && !some.Success)
        {
            return "The statement says only that there is something, the text does not.";
        }

        if (first && all.Success && !hasAll)
        {
            return $"The text says '{all.Value}', the statement is about some and not about all.";
        }

        if (first && all.Success && some.Success && all.Index < some.Index && !Such().IsMatch(text[all.Index..some.Index]))
        {
            return $"The text says '{all.Value}' before '{some.Value}', the statement the other way round.";
        }

        if (some.Success && all.Success && some.Index < all.Index && Plain().IsMatch(some.Value)
            && variables > 0 && statement.Conclusion.All.Any(p => p is Proposition.Quantified { IsUniversal: false })
            && !statement.Conclusion.All.Any(p => p is Proposition.Quantified { IsUniversal: true } or Proposition.Not))
        {
            return $"The text says '{some.Value}' before '{all.Value}', the statement the other way round.";
        }

        if (Iff().Match(text) is { Success: true } iff && !statement.Hypotheses.Append(statement.Conclusion).SelectMany(p => p.All).Any(IsEquivalence))
        {
            return $"The text says '{iff.Value}', the statement is no equivalence.";
        }

        return statement.Conclusion is Proposition.Binary { Connective: '∨' } && !Or().IsMatch(text)
            ? "The statement concludes one thing or another, the text has no 'or'."
            : null;
    }

    private static bool IsEquivalence(Proposition proposition) => proposition
        is Proposition.Binary { Connective: '↔' }
        or Proposition.Binary { Connective: '∧', Left: Proposition.Binary { Connective: '→' }, Right: Proposition.Binary { Connective: '→' } };

    [GeneratedRegex(@"\bor\b|\beither\b|\bat least one\b|\bone of\b|\\pm|±|\\lor|∨|\\in\b|∈|\bprime\b", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"\b(for (all|every|each|any)|every|any|for arbitrary|no matter)\b|\\forall|∀", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"\b(there (exists?|is|are)|exists?|can be written|of the form|has a|have a|for some|we can find|one can find|is a (perfect )?(square|cube)|find)\b|\\exists|∃", RegexOptions.IgnoreCase)]
    private static partial Regex Some();

    [GeneratedRegex(@"^there|exist", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b(such that|with the property)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Such();

    [GeneratedRegex(@"\b(if and only if|iff|exactly when|precisely when)\b|\\iff|⇔|↔", RegexOptions.IgnoreCase)]
    private static partial Regex Iff();
}
