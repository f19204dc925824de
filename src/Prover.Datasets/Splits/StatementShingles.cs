using Prover.Core.Statements;

namespace Prover.Datasets.Splits;

/// <summary>A statement as the set of its runs of three tokens, names abstracted: how a variable or a hypothesis is called, and how the theorem is,
/// makes no difference. Constants, symbols and numerals do.</summary>
internal static class StatementShingles
{
    private const int Length = 3;
    private const ulong Variable = 0x9E3779B97F4A7C15;

    /// <summary>Hashes of the shingles, at least one; one that is there twice is given twice.</summary>
    /// <remarks>Of what the theorem states and what is defined in front of it; without comments, imports and opening commands.</remarks>
    public static ulong[] Of(string statement)
    {
        var tokens = Tokens(LeanHeader.Split(LeanText.Mask(statement)).Body);
        var shingles = new ulong[Math.Max(tokens.Count - Length, 0) + 1];
        for (var i = 0; i < shingles.Length; i++)
        {
            var hash = 14695981039346656037UL;
            for (var k = i; k < Math.Min(i + Length, tokens.Count); k++)
            {
                hash = Mix(hash ^ tokens[k]);
            }

            shingles[i] = hash;
        }

        return shingles;
    }

    /// <summary>A bijection of 64 bits that leaves no pattern (the finalizer of MurmurHash3).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }

    private static List<ulong> Tokens(string text)
    {
        var tokens = new List<ulong>(text.Length / 2);
        var isName = false;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '(' or ')' or '{' or '}' or '[' or ']')
            {
                i++;
                continue;
            }

            var end = i + 1;
            if (IsWord(text[i]))
            {
                while (end < text.Length && (IsWord(text[end]) || text[end] is '.' or '\''))
                {
                    end++;
                }
            }

            // What the theorem is called is no part of what it states.
            var token = text.AsSpan(i, end - i);
            if (!isName)
            {
                tokens.Add(IsVariable(token) ? Variable : Hash(token));
            }

            isName = token is "theorem" or "lemma";
            i = end;
        }

        return tokens;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or (>= '₀' and <= '₉');

    private static bool IsVariable(ReadOnlySpan<char> word) => (char.IsLower(word[0]) || word[0] == '_') && !word.Contains('.') && word is not ("theorem" or "lemma" or "fun" or "if" or "then" or "else" or "let" or "have");

    private static ulong Hash(ReadOnlySpan<char> token)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in token)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
