using Prover.Core.Formalization.English.Lexing;
using Superpower;
using Superpower.Model;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Parsers of single tokens and words, and ways to put parsers together, over one reading.</summary>
/// <remarks>Choices are ordered and always go back to where they began: the reading remembers how far they came.</remarks>
internal sealed class Combinators(ReadState state)
{
    /// <summary>The reading.</summary>
    public ReadState State { get; } = state;

    /// <summary>A token that meets a condition.</summary>
    public TokenListParser<EnglishToken, Lexeme> Where(Func<Lexeme, bool> condition, string expected) => input =>
    {
        if (State.At(input) is { } lexeme && condition(lexeme))
        {
            return TokenListParserResult.Value(lexeme, input, input.ConsumeToken().Remainder);
        }

        State.Missed(input, expected);
        return TokenListParserResult.Empty<EnglishToken, Lexeme>(input);
    };

    /// <summary>A token of a kind.</summary>
    public TokenListParser<EnglishToken, Lexeme> Kind(EnglishToken kind, string expected) => Where(l => l.Kind == kind, expected);

    /// <summary>One of several words.</summary>
    public TokenListParser<EnglishToken, string> Word(params string[] words) =>
        Where(l => l.Kind == EnglishToken.Word && words.Contains(l.Text), string.Join(" | ", words.Take(3).Select(w => $"'{w}'"))).Select(l => l.Text);

    /// <summary>Words one after the other; alternatives are set apart by <c>|</c>.</summary>
    public TokenListParser<EnglishToken, string> Phrase(string phrases) =>
        FirstOf([.. phrases.Split('|').Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Word(w)).Aggregate((a, b) => a.IgnoreThen(b)).Select(_ => p))]);

    /// <summary>The first that succeeds.</summary>
    public static TokenListParser<EnglishToken, T> FirstOf<T>(params TokenListParser<EnglishToken, T>[] parsers) => input =>
    {
        foreach (var parser in parsers)
        {
            var result = parser(input);
            if (result.HasValue)
            {
                return result;
            }
        }

        return TokenListParserResult.Empty<EnglishToken, T>(input);
    };

    /// <summary>Success without a value where the parser fails.</summary>
    public static TokenListParser<EnglishToken, T?> Maybe<T>(TokenListParser<EnglishToken, T> parser) => input =>
    {
        var result = parser(input);
        return result.HasValue
            ? TokenListParserResult.Value<EnglishToken, T?>(result.Value, input, result.Remainder)
            : TokenListParserResult.Value<EnglishToken, T?>(default, input, input);
    };

    /// <summary>As often as it succeeds.</summary>
    public static TokenListParser<EnglishToken, IReadOnlyList<T>> Many<T>(TokenListParser<EnglishToken, T> parser) => input =>
    {
        var (values, rest) = (new List<T>(), input);
        for (var result = parser(rest); result.HasValue && result.Remainder != rest; result = parser(rest))
        {
            values.Add(result.Value);
            rest = result.Remainder;
        }

        return TokenListParserResult.Value<EnglishToken, IReadOnlyList<T>>(values, input, rest);
    };

    /// <summary>Succeeds, reading nothing, where the parser fails.</summary>
    public static TokenListParser<EnglishToken, bool> Not<T>(TokenListParser<EnglishToken, T> parser) => input =>
        parser(input).HasValue ? TokenListParserResult.Empty<EnglishToken, bool>(input) : TokenListParserResult.Value(true, input, input);

    /// <summary>Succeeds, reading nothing, where the next token meets a condition.</summary>
    public TokenListParser<EnglishToken, bool> Ahead(Func<Lexeme?, bool> condition) => input =>
        condition(State.At(input)) ? TokenListParserResult.Value(true, input, input) : TokenListParserResult.Empty<EnglishToken, bool>(input);

    /// <summary>What was read, unless there is an objection to it; the objection is told when nothing else can be read.</summary>
    public TokenListParser<EnglishToken, T> Unless<T>(TokenListParser<EnglishToken, T> parser, Func<T, string?> objection) => input =>
    {
        var result = parser(input);
        if (result.HasValue && objection(result.Value) is { } message)
        {
            State.Object(input, message);
            return TokenListParserResult.Empty<EnglishToken, T>(input);
        }

        return result;
    };

    /// <summary>What was read and where it began, as a number that differs from place to place.</summary>
    public TokenListParser<EnglishToken, (int At, T Value)> Placed<T>(TokenListParser<EnglishToken, T> parser) => input =>
    {
        var result = parser(input);
        return result.HasValue
            ? TokenListParserResult.Value((input.IsAtEnd ? State.Lexemes.Count : input.Position, result.Value), input, result.Remainder)
            : TokenListParserResult.Empty<EnglishToken, (int, T)>(input);
    };

    /// <summary>"X and Y" or "X, Y, and Z": one "and", before the last. What stands after the last must not be the beginning of a sentence
    /// of its own; <paramref name="ends"/> says so.</summary>
    public TokenListParser<EnglishToken, IReadOnlyList<T>> List<T>(TokenListParser<EnglishToken, T> item, string word, TokenListParser<EnglishToken, bool> ends)
    {
        var and = FirstOf(Word(word), Kind(word == "and" ? EnglishToken.And : EnglishToken.Or, $"'{word}'").Select(_ => word));
        return
            from first in item
            from middle in Many(from comma in Kind(EnglishToken.Comma, "','") from next in item from more in Ahead(l => l is { Kind: EnglishToken.Comma } || IsWord(l, word)) select next)
            from last in from comma in Maybe(Kind(EnglishToken.Comma, "','")) from w in and from next in item from end in ends select next
            select (IReadOnlyList<T>)[first, .. middle, last];
    }

    /// <summary>Whether a token is one of these words.</summary>
    public static bool IsWord(Lexeme? lexeme, params string[] words) => lexeme is { Kind: EnglishToken.Word } && words.Contains(lexeme.Text);
}
