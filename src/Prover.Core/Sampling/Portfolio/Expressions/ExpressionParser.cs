using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>Reads arithmetic terms with Lean's precedences: application, <c>^</c> (to the right), unary minus, <c>* / %</c>, <c>+ -</c>.</summary>
internal sealed partial class ExpressionParser
{
    private const int MaxDepth = 100;

    private readonly string[] _tokens;
    private int _next;
    private int _depth;

    private ExpressionParser(string text) => _tokens = [.. Token().Matches(text).Select(m => m.Value)];

    /// <summary>The term; null when the text is anything else.</summary>
    public static Expression? Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var result = parser.Sum();
        return parser._next == parser._tokens.Length ? result : null;
    }

    private string? Peek => _next < _tokens.Length ? _tokens[_next] : null;

    private Expression? Sum() => LeftAssociative(Product, "+", "-");

    private Expression? Product() => LeftAssociative(Signed, "*", "/", "%");

    private Expression? LeftAssociative(Func<Expression?> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        while (left is not null && Peek is { } token && operators.Contains(token))
        {
            _next++;
            left = operand() is { } right ? new Expression.Binary(token[0], left, right) : null;
        }

        return left;
    }

    private Expression? Signed()
    {
        if (Peek != "-")
        {
            return Power();
        }

        _next++;
        return Nested(Signed) is { } inner ? new Expression.Negate(inner) : null;
    }

    private Expression? Power()
    {
        var left = Application();
        if (left is null || Peek != "^")
        {
            return left;
        }

        _next++;
        return Nested(Power) is { } right ? new Expression.Binary('^', left, right) : null;
    }

    private Expression? Application()
    {
        var head = Atom();
        return head is Expression.Variable { Name: var function } && Peek is { } token && (token == "(" || IsWord(token))
            ? Atom() is { } argument ? new Expression.Apply(function, argument) : null
            : head;
    }

    /// <summary>An atom; <c>x⁻¹</c> is one over it, as in every field.</summary>
    private Expression? Atom()
    {
        var atom = Plain();
        while (atom is not null && Peek == "⁻¹")
        {
            _next++;
            atom = new Expression.Binary('/', new Expression.Number(1), atom);
        }

        return atom;
    }

    private Expression? Plain()
    {
        if (Peek is not { } token)
        {
            return null;
        }

        _next++;
        switch (token)
        {
            case "(":
                var inner = Nested(Sum);
                return inner is not null && _next < _tokens.Length && _tokens[_next++] == ")" ? inner : null;
            case "↑":
                return Nested(Atom) is { } cast ? new Expression.Cast(cast) : null;
            default:
                return !IsWord(token) ? null
                    : char.IsAsciiDigit(token[0]) ? new Expression.Number(BigInteger.Parse(token, CultureInfo.InvariantCulture))
                    : new Expression.Variable(token);
        }
    }

    private Expression? Nested(Func<Expression?> parse)
    {
        if (_depth >= MaxDepth)
        {
            return null;
        }

        _depth++;
        var result = parse();
        _depth--;
        return result;
    }

    private static bool IsWord(string token) => char.IsLetterOrDigit(token[0]) || token[0] == '_';

    [GeneratedRegex(@"[0-9]+|⁻¹|[\p{L}_][\w₀-₉'.]*|\S")]
    private static partial Regex Token();
}
