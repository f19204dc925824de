using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>Reads propositions over Nat and Int as Lean prints them when it shows all types of numerals, casts and bound variables;
/// see <see cref="StatementReader"/>. Precedences are Lean's.</summary>
internal sealed partial class PropositionParser
{
    private const int MaxDepth = 200;

    // Weakest first; what binds to the right only is handled by recursion.
    private static readonly Dictionary<string, (int Left, int Right)> Infix = new(StringComparer.Ordinal)
    {
        ["↔"] = (21, 21),
        ["→"] = (26, 25),
        ["∨"] = (31, 30),
        ["∧"] = (36, 35),
        ["="] = (51, 51),
        ["≠"] = (51, 51),
        ["<"] = (51, 51),
        ["≤"] = (51, 51),
        [">"] = (51, 51),
        ["≥"] = (51, 51),
        ["∣"] = (51, 51),
        ["+"] = (65, 66),
        ["-"] = (65, 66),
        ["*"] = (70, 71),
        ["/"] = (70, 71),
        ["%"] = (70, 71),
        ["^"] = (76, 75),
    };

    private readonly string[] _tokens;
    private readonly Dictionary<string, Binding> _scope = new(StringComparer.Ordinal);
    private int _next;
    private int _depth;

    private PropositionParser(string text) => _tokens = [.. Token().Matches(text).Select(m => m.Value)];

    /// <summary>The proposition; null when the text holds anything else.</summary>
    public static Proposition? Parse(string text)
    {
        var parser = new PropositionParser(text);
        try
        {
            return parser.Expression(0) is Proposition result && parser._next == parser._tokens.Length ? result : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private string? Peek => _next < _tokens.Length ? _tokens[_next] : null;

    /// <summary>A term or a proposition: which, only its end tells.</summary>
    private object Expression(int minimum)
    {
        if (++_depth > MaxDepth)
        {
            throw new UnreadableException();
        }

        var left = Prefix();
        while (Peek is { } token && Infix.TryGetValue(token, out var strength) && strength.Left >= minimum && strength.Left > 0)
        {
            _next++;
            left = Combine(token[0], left, Expression(strength.Right));
        }

        _depth--;
        return left;
    }

    private static object Combine(char symbol, object left, object right) => (left, right) switch
    {
        (Proposition a, Proposition b) when "↔→∨∧".Contains(symbol) => new Proposition.Binary(symbol, a, b),
        (Term a, Term b) when symbol == '^' => new Term.Binary(symbol, a, b),
        (Term a, Term b) when a.Type != b.Type => throw new UnreadableException(),
        (Term a, Term b) when symbol == '∣' => new Proposition.Divides(a, b),
        (Term a, Term b) when "=≠<≤>≥".Contains(symbol) => new Proposition.Comparison(symbol, a, b),
        (Term a, Term b) when "+-*/%".Contains(symbol) => new Term.Binary(symbol, a, b),
        _ => throw new UnreadableException(),
    };

    private object Prefix()
    {
        switch (Peek)
        {
            case "∀" or "∃":
                var isUniversal = Take() == "∀";
                return Quantifier(isUniversal);
            case "¬":
                Take();
                return Expression(40) is Proposition inner ? new Proposition.Not(inner) : throw new UnreadableException();
            case "-":
                Take();
                return Expression(75) switch
                {
                    // A numeral without its type stands only inside of brackets that give it.
                    Term.Number number => new Term.Number(-number.Value, NumberType.Int),
                    Term { Type: NumberType.Int } term => new Term.Negate(term),
                    _ => throw new UnreadableException(),
                };
            default:
                return Application();
        }
    }

    private Proposition Quantifier(bool isUniversal)
    {
        var bound = new List<(Binding Binding, Binding? Hidden)>();
        while (Peek is "(" or "{" or "[" or "⦃")
        {
            Take();
            var names = new List<string>();
            while (Peek != ":")
            {
                names.Add(Word());
            }

            Take();
            var type = Type();
            NumberType? argument = null;
            if (Peek == "→")
            {
                Take();
                (argument, type) = (type, Type());
            }

            Take();
            foreach (var name in names)
            {
                bound.Add((new Binding(name, type, argument), _scope.GetValueOrDefault(name)));
                _scope[name] = bound[^1].Binding;
            }
        }

        Expect(",");
        if (bound.Count == 0 || Expression(0) is not Proposition body)
        {
            throw new UnreadableException();
        }

        foreach (var (binding, hidden) in Enumerable.Reverse(bound))
        {
            body = new Proposition.Quantified(isUniversal, binding, body);
            if (hidden is null)
            {
                _scope.Remove(binding.Name);
            }
            else
            {
                _scope[binding.Name] = hidden;
            }
        }

        return body;
    }

    private object Application()
    {
        if (Peek is not { } token || !IsWord(token) || char.IsAsciiDigit(token[0]))
        {
            return Atom();
        }

        if (_scope.TryGetValue(token, out var binding))
        {
            Take();
            return binding.Argument is null
                ? new Term.Variable(token, binding.Type)
                : new Term.Call(token, [Argument(binding.Argument)], binding.Type);
        }

        Take();
        return LibraryCall(token);
    }

    private object LibraryCall(string name) => name switch
    {
        "True" => Proposition.True,
        "False" => Proposition.False,
        "Nat.gcd" or "Nat.lcm" => new Term.Call(name, [Argument(NumberType.Nat), Argument(NumberType.Nat)], NumberType.Nat),
        "Int.gcd" or "Int.lcm" => new Term.Call(name, [Argument(NumberType.Int), Argument(NumberType.Int)], NumberType.Nat),
        "Int.natAbs" or "Int.toNat" => new Term.Call(name, [Argument(NumberType.Int)], NumberType.Nat),
        "Nat.Coprime" => new Proposition.Comparison(
            '=', new Term.Call("Nat.gcd", [Argument(NumberType.Nat), Argument(NumberType.Nat)], NumberType.Nat), new Term.Number(1, NumberType.Nat)),
        "List.sum" => Sum(),
        _ => throw new UnreadableException(),
    };

    private Term.RangeSum Sum()
    {
        Expect("(");
        var name = Word();
        var isMapped = name == "List.map";
        var (index, body) = ("i", (Term)new Term.Variable("i", NumberType.Nat));
        if (isMapped)
        {
            Expect("(");
            Expect("fun");
            Expect("(");
            index = Word();
            Expect(":");
            var binding = new Binding(index, Type());
            Expect(")");
            Expect("↦");
            var hidden = _scope.GetValueOrDefault(index);
            _scope[index] = binding;
            body = Expression(0) as Term ?? throw new UnreadableException();
            _scope.Remove(index);
            if (hidden is not null)
            {
                _scope[index] = hidden;
            }

            Expect(")");
            Expect("(");
            name = Word();
        }

        if (name != "List.range")
        {
            throw new UnreadableException();
        }

        var count = Argument(NumberType.Nat);
        Expect(")");
        if (isMapped)
        {
            Expect(")");
        }

        return new Term.RangeSum(index, body, count);
    }

    private Term Argument(NumberType? type) => Atom() is Term term && (type is null || term.Type == type) ? term : throw new UnreadableException();

    private object Atom()
    {
        var token = Take();
        if (token == "↑")
        {
            return Atom() is Term { Type: NumberType.Nat } cast ? new Term.Cast(cast) : throw new UnreadableException();
        }

        if (token != "(")
        {
            return _scope.TryGetValue(token, out var binding) && binding.Argument is null
                ? new Term.Variable(token, binding.Type)
                : char.IsAsciiDigit(token[0])
                    ? new Term.Number(BigInteger.Parse(token, CultureInfo.InvariantCulture), NumberType.Nat)
                    : throw new UnreadableException();
        }

        var inner = Expression(0);
        if (Peek == ":")
        {
            Take();
            var type = Type();
            inner = inner switch
            {
                Term.Number number when number.Value.Sign >= 0 || type == NumberType.Int => new Term.Number(number.Value, type),
                Term term when term.Type == type => term,
                _ => throw new UnreadableException(),
            };
        }

        Expect(")");
        return inner;
    }

    private NumberType Type() => Take() switch
    {
        "Nat" or "ℕ" => NumberType.Nat,
        "Int" or "ℤ" => NumberType.Int,
        _ => throw new UnreadableException(),
    };

    private string Word() => Take() is var token && IsWord(token) ? token : throw new UnreadableException();

    private string Take() => Peek is { } token && ++_next > 0 ? token : throw new UnreadableException();

    private void Expect(string token)
    {
        if (Take() != token)
        {
            throw new UnreadableException();
        }
    }

    private static bool IsWord(string token) => char.IsLetterOrDigit(token[0]) || token[0] is '_' or '«';

    [GeneratedRegex(@"«[^»]*»|[0-9]+|[\p{L}_][\p{L}\p{Nd}_₀-₉'.!?✝¹²³⁴-⁹⁰]*|\S")]
    private static partial Regex Token();

    private sealed class UnreadableException : Exception;
}
