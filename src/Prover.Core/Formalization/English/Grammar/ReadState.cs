using Prover.Core.Formalization.English.Lexing;
using Superpower;
using Superpower.Model;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>One reading of one text: the furthest token that nothing could read, and what the rules gave at each place.</summary>
/// <remarks>Every rule is tried at most once at each place, so that no text takes more than quadratic time.</remarks>
internal sealed class ReadState(IReadOnlyList<Lexeme> lexemes)
{
    private const int DeepestNesting = 120;

    private readonly Dictionary<(string Rule, int At), object> _known = [];
    private readonly HashSet<string> _expected = [];
    private int _depth;

    /// <summary>The tokens.</summary>
    public IReadOnlyList<Lexeme> Lexemes { get; } = lexemes;

    /// <summary>The first token that nothing could read.</summary>
    public int Furthest { get; private set; } = -1;

    /// <summary>What could have stood there.</summary>
    public IReadOnlyCollection<string> Expected => _expected;

    /// <summary>Something that was read but may not be, and where: told instead of the furthest token.</summary>
    public (int At, string Message)? Objection { get; private set; }

    /// <summary>The token at a place; null at the end.</summary>
    public Lexeme? At(TokenList<EnglishToken> input) => input.IsAtEnd ? null : Lexemes[input.Position];

    /// <summary>Remembers that a token was not what a parser wanted.</summary>
    public void Missed(TokenList<EnglishToken> input, string expected)
    {
        var at = input.IsAtEnd ? Lexemes.Count : input.Position;
        if (at > Furthest)
        {
            Furthest = at;
            _expected.Clear();
        }

        if (at == Furthest)
        {
            _expected.Add(expected);
        }
    }

    /// <summary>Remembers why something that can be read must not be.</summary>
    public void Object(TokenList<EnglishToken> input, string message)
    {
        var at = input.IsAtEnd ? Lexemes.Count : input.Position;
        if (Objection is not { } earlier || at > earlier.At)
        {
            Objection = (at, message);
        }
    }

    /// <summary>A rule of the grammar: may name itself in its own body.</summary>
    public TokenListParser<EnglishToken, T> Rule<T>(string name, Func<TokenListParser<EnglishToken, T>> body)
    {
        TokenListParser<EnglishToken, T>? parser = null;
        return input =>
        {
            var key = (name, input.IsAtEnd ? Lexemes.Count : input.Position);
            if (_known.TryGetValue(key, out var known))
            {
                return (TokenListParserResult<EnglishToken, T>)known;
            }

            if (_depth >= DeepestNesting)
            {
                Object(input, "the sentence is nested too deeply");
                return TokenListParserResult.Empty<EnglishToken, T>(input);
            }

            _depth++;
            parser ??= body();
            var result = parser(input);
            _depth--;
            _known[key] = result;
            return result;
        };
    }
}
