using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>What a statement talks about, to find others like it and to know the same one again.</summary>
/// <param name="Words">Its constants, symbols and numerals.</param>
/// <param name="Key">Equal for statements that differ only in names, binders and types: rather too often than not often enough.</param>
internal sealed partial record StatementShape(IReadOnlySet<string> Words, string Key)
{
    private static readonly HashSet<string> Types = ["Nat", "Int", "Rat", "Prop", "Type", "Bool", "ℕ", "ℤ", "ℚ", "ℝ", "Real"];

    /// <summary>That of binders and a type.</summary>
    public static StatementShape Of(string text)
    {
        var tokens = Token().Matches(LeanText.Mask(text)).Select(m => m.Value).ToArray();
        var counts = tokens.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        var variables = new Dictionary<string, string>();
        var key = new List<string>();
        var words = new HashSet<string>();
        foreach (var token in tokens)
        {
            if (!Variable().IsMatch(token))
            {
                words.Add(token);
                if (!Types.Contains(token))
                {
                    key.Add(token);
                }
            }
            else if (counts[token] > 1)
            {
                // Names that occur once are those of hypotheses.
                variables.TryAdd(token, $"v{variables.Count}");
                key.Add(variables[token]);
            }
        }

        return new StatementShape(words, string.Join(' ', key));
    }

    [GeneratedRegex(@"[\p{L}_][\w.'₀-₉]*|\d+|[^\s\w(){}\[\]:,∀→.⦃⦄]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[\p{Ll}_][\w'₀-₉]*\z")]
    private static partial Regex Variable();
}
