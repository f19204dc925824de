namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>Finds text outside brackets.</summary>
internal static class TopLevel
{
    /// <summary>Where <paramref name="part"/> first stands outside brackets; -1 when nowhere.</summary>
    public static int IndexOf(string text, string part, int from = 0)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (depth == 0 && string.CompareOrdinal(text, i, part, 0, part.Length) == 0)
            {
                return i;
            }

            depth += text[i] switch
            {
                '(' or '[' or '{' or '⟨' or '⦃' => 1,
                ')' or ']' or '}' or '⟩' or '⦄' => -1,
                _ => 0,
            };
        }

        return -1;
    }

    /// <summary>The parts between the operators that stand outside brackets.</summary>
    public static IReadOnlyList<string> Split(string text, string operatorText)
    {
        var parts = new List<string>();
        var from = 0;
        for (int at; (at = IndexOf(text, operatorText, from)) >= 0; from = at + operatorText.Length)
        {
            parts.Add(text[from..at]);
        }

        parts.Add(text[from..]);
        return parts;
    }
}
