namespace Prover.Core.Memory.Terms;

/// <summary>Reads terms as Lean prints them, by the operators' precedences. Text that it does not understand becomes a tree all the same:
/// trees are compared with each other and never given to Lean.</summary>
internal sealed partial class TermParser
{
    private const int MaxNesting = 120;

    private static readonly Dictionary<string, string> Notations = new(StringComparer.Ordinal)
    {
        ["Nat"] = "ℕ",
        ["Int"] = "ℤ",
        ["Rat"] = "ℚ",
        ["Real"] = "ℝ",
        ["Complex"] = "ℂ",
        ["fun"] = "λ",
    };

    private readonly List<LeanToken> _tokens;
    private readonly Func<string, Term?> _local;
    private readonly List<string> _bound = [];
    private int _next;
    private int _nesting;

    private TermParser(string text, Func<string, Term?> local) => (_tokens, _local) = (LeanLexer.Read(text), local);

    /// <summary>The term of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="local">The context's variable of a name; null when there is none.</param>
    public static Term Parse(string text, Func<string, Term?> local)
    {
        var parser = new TermParser(text, local);
        var parts = parser.Items(_ => false);
        return parts is [var only] ? only : Term.Symbol("…", [.. parts]);
    }

    private LeanToken? Peek => _next < _tokens.Count ? _tokens[_next] : null;

    private bool At(string symbol) => Peek is { } token && token.Is(symbol);

    /// <summary>Terms up to a token that ends them; what separates them and what nothing can be made of is skipped.</summary>
    private List<Term> Items(Func<LeanToken, bool> ends)
    {
        var items = new List<Term>();
        while (Peek is { } token && !ends(token))
        {
            var before = _next;
            if (StartsOperand(token))
            {
                items.Add(Expression(0));
            }

            _next = Math.Max(_next, before + 1);
        }

        return items;
    }

    private Term Expression(int minimum)
    {
        if (_nesting >= MaxNesting)
        {
            return Term.Symbol(_tokens[_next++].Text);
        }

        _nesting++;
        var left = Prefix();
        while (Peek is { } token && !Operators.Ends(token))
        {
            var (leftBinding, rightBinding) = Operators.Binding(token.Text);
            if (leftBinding < minimum)
            {
                break;
            }

            _next++;
            left = Peek is { } operand && StartsOperand(operand)
                ? Term.Symbol(token.Text, left, Expression(rightBinding))
                : Term.Symbol(token.Text, left);
        }

        _nesting--;
        return left;
    }

    /// <summary>A term that no operator stands before. There is a token.</summary>
    private Term Prefix()
    {
        var token = _tokens[_next];
        switch (token.Text)
        {
            case "¬":
                return Operand("¬", Operators.Not);
            case "-":
                return Operand("neg", Operators.Minus);
            case "∀" or "∃" or "∃!" or "fun" or "λ" or "Σ" or "Π":
                return Binder(0);
            case "∑" or "∏" or "⋃" or "⋂" or "⨆" or "⨅" or "∫":
                return Binder(Operators.BigOperator);
            case "if":
                _next++;
                return Term.Symbol("if", [.. Items(t => !t.Is("then") && !t.Is("else") && Operators.Ends(t))]);
            default:
                return Application();
        }
    }

    private Term Operand(string symbol, int minimum)
    {
        _next++;
        return Peek is { } operand && StartsOperand(operand) ? Term.Symbol(symbol, Expression(minimum)) : Term.Symbol(symbol);
    }

    private Term Application()
    {
        var head = Atom();
        var arguments = new List<Term>();
        while (Peek is { } token && StartsArgument(token))
        {
            arguments.Add(token.Text is "fun" or "λ" ? Prefix() : Atom());
        }

        if (arguments.Count == 0)
        {
            return head;
        }

        return head.Kind == TermKind.Symbol && (head.Children.Count == 0 || head.Text[0] == '.')
            ? Term.Symbol(head.Text, [.. head.Children, .. arguments])
            : Term.Symbol("apply", [head, .. arguments]);
    }

    private bool StartsOperand(LeanToken token) => !Operators.Ends(token) || OpensBars(token);

    // `|x|` has no blank behind its first bar, `{x | p}` has.
    private bool OpensBars(LeanToken token) =>
        token.Text is "|" or "‖" && _next + 1 < _tokens.Count && _tokens[_next + 1].Start == token.End && !Operators.Ends(_tokens[_next + 1]);

    private bool StartsArgument(LeanToken token) => token.Kind switch
    {
        LeanTokenKind.Symbol when OpensBars(token) => _tokens[_next - 1].End < token.Start,
        LeanTokenKind.Symbol => token.Text is "(" or "[" or "{" or "⟨" or "⌊" or "⌈" or "λ" || Operators.IsTightPrefix(token.Text),
        LeanTokenKind.Identifier => !Operators.Ends(token),
        _ => true,
    };

    private Term Atom()
    {
        var token = _tokens[_next++];
        var term = token.Kind switch
        {
            LeanTokenKind.Numeral => Term.Numeral(token.Text),
            LeanTokenKind.Identifier => Name(token),
            LeanTokenKind.Symbol when Closing(token.Text) is { } closing => Bracket(token.Text, closing),
            LeanTokenKind.Symbol when Operators.IsTightPrefix(token.Text) && Peek is { } operand && !Operators.Ends(operand) && _nesting < MaxNesting => TightPrefix(token.Text),
            _ => Term.Symbol(token.Text),
        };
        while (Peek is { } after && (after.Kind == LeanTokenKind.Projection || Operators.IsPostfix(after.Text)))
        {
            _next++;
            term = Term.Symbol(after.Text, term);
        }

        return term;
    }

    private Term TightPrefix(string symbol)
    {
        _nesting++;
        var operand = Atom();
        _nesting--;
        return Term.Symbol(symbol, operand);
    }

    /// <summary>A constant, or a variable with what is asked of it: <c>s.card</c> is <c>.card</c> of s.</summary>
    private Term Name(LeanToken token)
    {
        var first = token.FirstPart;
        var variable = _bound.Contains(first) ? Term.Bound(first) : _local(first);
        return variable is null ? Term.Symbol(Notations.GetValueOrDefault(token.Text, token.Text))
            : first.Length == token.Text.Length ? variable
            : Term.Symbol(token.Text[first.Length..], variable);
    }
}
