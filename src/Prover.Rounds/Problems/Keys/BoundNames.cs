using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Keys;

/// <summary>The names that a statement binds, found by its tokens alone.</summary>
internal static class BoundNames
{
    /// <summary>Names before a colon in brackets, and after <c>∀ ∃ fun ∑ ∏</c>.</summary>
    public static HashSet<string> Of(IReadOnlyList<string> tokens)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isBracket = tokens[i] is "(" or "{" or "[";
            if (!isBracket && tokens[i] is not ("∀" or "∃" or "fun" or "∑" or "∏" or "⋃" or "⋂" or "let"))
            {
                continue;
            }

            var group = tokens.Skip(i + 1).TakeWhile(LeanTokens.IsName).ToList();
            var after = i + 1 + group.Count < tokens.Count ? tokens[i + 1 + group.Count] : string.Empty;
            if (group.Count > 0 && (!isBracket || after == ":"))
            {
                names.UnionWith(isBracket ? group : group.Take(group.IndexOf("in") is >= 0 and var at ? at : group.Count));
            }
        }

        return names;
    }
}
