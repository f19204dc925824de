using System.Text.RegularExpressions;
using Superpower.Model;

namespace Prover.Core.Formalization.English.Lexing;

/// <summary>Cuts a problem's text, plain or LaTeX, into tokens. Never fails: what it does not know becomes an unknown token, which the
/// grammar then names.</summary>
internal static partial class Lexer
{
    /// <summary>The tokens, and the same as the grammar's library wants them.</summary>
    public static (IReadOnlyList<Lexeme> Lexemes, TokenList<EnglishToken> Tokens) Read(string text)
    {
        var lexemes = new List<Lexeme>();
        var letters = Lone().Matches(text).Select(m => m.Value[0]).ToHashSet();
        var (segment, segments, inText, space) = (0, 0, 0, false);
        for (var match = Piece().Match(text); match.Success; match = match.NextMatch())
        {
            var piece = match.Value;
            if (match.Groups["space"].Success)
            {
                space = true;
                continue;
            }

            if (match.Groups["math"].Success)
            {
                segment = piece is @"\(" or @"\[" || (piece[0] == '$' && segment == 0) ? ++segments : 0;
                space = true;
                continue;
            }

            if (match.Groups["text"].Success)
            {
                inText = inText > 0 ? inText : segment;
                segment = 0;
                continue;
            }

            if (piece == "}" && inText > 0)
            {
                (segment, inText) = (inText, 0);
                continue;
            }

            if (match.Groups["command"].Success && Symbols.Layout.Contains(piece[1..]))
            {
                continue;
            }

            lexemes.AddRange(Lexemes(match, text, letters, segment, space));
            space = false;
        }

        var source = new TextSpan(text);
        var tokens = lexemes.Select(l => new Token<EnglishToken>(l.Kind, source.Skip(l.Start).First(l.Length))).ToArray();
        return (lexemes, new TokenList<EnglishToken>(tokens));
    }

    private static IEnumerable<Lexeme> Lexemes(Match match, string text, HashSet<char> letters, int segment, bool space)
    {
        var (piece, at) = (match.Value, match.Index);
        Lexeme One(EnglishToken kind, string value) => new(kind, value, at, piece.Length, segment, space);
        if (match.Groups["number"].Success)
        {
            return [One(EnglishToken.Number, piece.Replace(@",\!", string.Empty, StringComparison.Ordinal))];
        }

        if (match.Groups["raised"].Success)
        {
            return [One(EnglishToken.Superscript, string.Concat(piece.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal))))];
        }

        if (match.Groups["set"].Success)
        {
            return [One(NumberSet(match), piece)];
        }

        if (match.Groups["command"].Success)
        {
            return [One(Symbols.Commands.GetValueOrDefault(piece[1..], EnglishToken.Unknown), piece[1..])];
        }

        if (match.Groups["variable"].Success)
        {
            return [One(EnglishToken.Letter, string.Concat(piece.Where(c => c is not ('{' or '}')).Select(Plain)))];
        }

        return match.Groups["letters"].Success
            ? Letters(piece, at, text, letters, segment, space)
            : [One(Symbols.Signs.GetValueOrDefault(piece, EnglishToken.Unknown), piece)];
    }

    private static IEnumerable<Lexeme> Letters(string piece, int at, string text, HashSet<char> letters, int segment, bool space)
    {
        var word = piece.ToLowerInvariant();
        var isWord = piece.Length > 1 && (segment > 0 ? word is "gcd" or "lcm" or "mod" or "and" or "or" : !IsProduct(piece, word, at, text, letters));
        if (isWord)
        {
            return [new Lexeme(word == "mod" ? EnglishToken.Modulo : EnglishToken.Word, word, at, piece.Length, segment, space)];
        }

        if (piece.Length == 1 && segment == 0 && word == "a" && IsArticle(text, at + 1))
        {
            return [new Lexeme(EnglishToken.Word, word, at, 1, 0, space)];
        }

        return piece.Select((letter, i) =>
            new Lexeme(char.IsAsciiLetter(letter) ? EnglishToken.Letter : EnglishToken.Unknown, letter.ToString(), at + i, 1, segment, space && i == 0));
    }

    /// <summary>Whether letters in plain text are variables side by side: they touch a digit or an exponent, or each occurs alone too.</summary>
    private static bool IsProduct(string piece, string word, int at, string text, HashSet<char> letters)
    {
        var next = at + piece.Length < text.Length ? text[at + piece.Length] : ' ';
        return piece.Length <= 4 && !Symbols.ShortWords.Contains(word)
            && ((at > 0 && char.IsAsciiDigit(text[at - 1])) || next is '^' or '²' or '³' || (piece.Length <= 3 && piece.All(letters.Contains)));
    }

    private static bool IsArticle(string text, int after)
    {
        var next = NextWord().Match(text, after);
        return next.Success && !Following.Contains(next.Groups["word"].Value.ToLowerInvariant());
    }

    // Words that come after a variable "a" and never after an article.
    private static readonly HashSet<string> Following =
    [
        "and", "or", "is", "are", "be", "divides", "with", "such", "then", "leaves", "has", "gives", "equals", "exceeds", "does", "when", "if", "to",
        "where", "satisfying", "must", "by", "in", "modulo", "mod", "we", "there", "for", "plus", "minus", "squared", "cubed", "satisfies", "that",
        "show", "prove", "can", "cannot", "both", "whenever", "iff", "so", "not", "which", "divide", "at", "greater", "less", "satisfy", "of",
    ];

    private static EnglishToken NumberSet(Match match)
    {
        var positive = match.Groups["positive"].Success;
        return (match.Groups["letter"].Value, positive, match.Groups["nonnegative"].Success) switch
        {
            ("N" or "ℕ", false, _) => EnglishToken.Naturals,
            ("N" or "Z" or "ℕ" or "ℤ", true, _) => EnglishToken.PositiveIntegers,
            ("Z" or "ℤ", _, true) => EnglishToken.Naturals,
            ("Z" or "ℤ", _, _) => EnglishToken.Integers,
            ("Q" or "ℚ", false, false) => EnglishToken.Rationals,
            _ => EnglishToken.Unknown,
        };
    }

    private static char Plain(char c) => c is >= '₀' and <= '₉' ? (char)('0' + (c - '₀')) : c;

    private const string Set = @"(?<set>(?:\\mathbb\s*\{?\s*(?<letter>[A-Z])\s*\}?|(?<letter>[ℕℤℚ]))"
        + @"(?:(?<positive>\s*(?:\^\s*\{?\s*[+*]\s*\}?|_\s*\{?\s*(?:>\s*0|\+)\s*\}?|⁺))|(?<nonnegative>\s*_\s*\{?\s*(?:\\geq?|≥)\s*0\s*\}?))?)";

    [GeneratedRegex(@"(?<space>\s+|~|\\[,;:!\s]|\\\\)|(?<math>\$\$?|\\[()\[\]])|(?<text>\\(?:text|mbox|mathrm|textrm)\s*\{)|" + Set
        + @"|(?<command>\\[A-Za-z]+)|(?<number>\d{1,3}(?:,\\!\d{3})+|\d+(?:\.\d+)?)|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
        + @"|(?<variable>(?<![A-Za-z])[A-Za-z](?:_\{?\d+\}?|[₀-₉]+))|(?<letters>[A-Za-z]{3,}(?:-[A-Za-z]{3,})+|\p{L}+)|<=>|<=|>=|!=|=>|\*\*|\.\.\.|[\s\S]")]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")]
    private static partial Regex Lone();

    [GeneratedRegex(@"\G\s+(?<word>[A-Za-z]{2,})")]
    private static partial Regex NextWord();
}
