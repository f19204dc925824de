namespace Prover.Rounds.Problems.Syntax;

/// <summary>Reads theorems and expressions as people write them, in the part of Lean that statements about numbers, functions and logic use.
/// What it does not know it does not read.</summary>
internal sealed class ExpressionParser
{
    private const int MaxDepth = 200;

    private static readonly HashSet<string> Keywords = ["fun", "let", "have", "if", "then", "else", "match", "with", "do", "by", "at", "in", "show", "from", "where"];

    private static readonly HashSet<string> Types = ["Nat", "Int", "Rat", "ℝ", "Bool", "Prop", "Complex", "String", "ℂ"];

    private static readonly HashSet<string> TypeFamilies = ["Fin", "List", "Array", "Option", "Set", "Finset", "Multiset"];

    private readonly List<string> _tokens;
    private readonly Dictionary<string, int> _scope = new(StringComparer.Ordinal);
    private int _next;
    private int _depth;
    private int _ids;

    private ExpressionParser(List<string> tokens) => _tokens = tokens;

    /// <summary>Reads what follows a theorem's name; null when it holds anything else.</summary>
    public static (IReadOnlyList<Binder> Binders, Expression Conclusion)? Theorem(string body) => Theorem(LeanTokens.Of(body));

    /// <summary>As <see cref="Theorem(string)"/>, of tokens.</summary>
    public static (IReadOnlyList<Binder> Binders, Expression Conclusion)? Theorem(List<string> tokens)
    {
        var parser = new ExpressionParser(tokens);
        try
        {
            var binders = parser.Binders();
            parser.Expect(":");
            var conclusion = parser.Read(0);
            return parser.Peek is null ? (binders, conclusion) : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private string? Peek => _next < _tokens.Count ? _tokens[_next] : null;

    private List<Binder> Binders()
    {
        var binders = new List<Binder>();
        while (Peek is "(" or "{")
        {
            var close = Take() == "(" ? ")" : "}";
            var names = new List<string>();
            while (Peek != ":")
            {
                names.Add(Name());
            }

            Expect(":");
            var type = Read(0);
            Expect(close);
            foreach (var name in names)
            {
                if (!IsType(type) && _scope.ContainsKey(name))
                {
                    throw new UnreadableException(); // A hypothesis that hides a variable.
                }

                binders.Add(new Binder(name, IsType(type) ? _scope[name] = _ids++ : null, type));
            }
        }

        return binders;
    }

    private Expression Read(int least)
    {
        if (++_depth > MaxDepth)
        {
            throw new UnreadableException();
        }

        var left = Prefix();
        while (Peek is { } token && Operators.Of(token) is var (at, _, right) && at >= least)
        {
            Take();
            left = new Expression.Binary(token, left, Read(right));
            if (right > at && Operators.Of(Peek ?? string.Empty) is { At: var next } && next == at && at is 20 or 50)
            {
                throw new UnreadableException(); // These do not chain.
            }
        }

        _depth--;
        return left;
    }

    private Expression Prefix()
    {
        switch (Peek)
        {
            case "∀" or "∃" or "fun":
                return Bound(Take());
            case "¬" or "-":
                var token = Take();
                return new Expression.Prefix(token, Read(Operators.OfPrefix(token).Operand));
            default:
                var head = Atom();
                var arguments = new List<Expression>();
                while (Peek is { } next && (next is "(" or "↑" || LeanTokens.IsNumeral(next) || (LeanTokens.IsName(next) && !Keywords.Contains(next))))
                {
                    arguments.Add(Atom());
                }

                return arguments.Count == 0 ? head : new Expression.Application(head, arguments);
        }
    }

    private Expression Bound(string kind)
    {
        var bound = new List<(Expression.Variable Variable, Expression? Type, int? Hidden)>();
        (string Relation, Expression Limit)? limit = null;
        if (Peek is "(" or "{")
        {
            while (Peek is "(" or "{")
            {
                var close = Take() == "(" ? ")" : "}";
                Group(bound);
                Expect(close);
            }
        }
        else
        {
            Group(bound);
            if (kind != "fun" && Peek is "<" or "≤" or ">" or "≥" or "∈" or "≠")
            {
                limit = (Take(), Read(51));
            }
        }

        Expect(kind == "fun" ? "↦" : ",");
        var body = Read(0);
        var connective = kind == "∀" ? "→" : "∧";
        foreach (var (variable, type, hidden) in Enumerable.Reverse(bound))
        {
            Restore(variable.Name, hidden);
            body = limit is var (relation, bounding)
                ? new Expression.Binary(connective, new Expression.Binary(relation, variable, bounding), body)
                : body;
            body = type is not null && kind != "fun" && !IsType(type)
                ? new Expression.Binary(connective, type, body) // (h : p) among the bound.
                : new Expression.Bound(kind, variable, type, body);
        }

        return body;
    }

    private void Restore(string name, int? id)
    {
        if (id is { } old)
        {
            _scope[name] = old;
        }
        else
        {
            _scope.Remove(name);
        }
    }

    private void Group(List<(Expression.Variable Variable, Expression? Type, int? Hidden)> bound)
    {
        var names = new List<string>();
        do
        {
            names.Add(Name());
        }
        while (Peek is { } next && LeanTokens.IsName(next));

        Expression? type = null;
        if (Peek == ":")
        {
            Take();
            type = Read(0);
        }

        foreach (var name in names)
        {
            int? hidden = _scope.TryGetValue(name, out var id) ? id : null;
            bound.Add((new Expression.Variable(name, _scope[name] = _ids++), type, hidden));
        }
    }

    private Expression Atom()
    {
        var token = Take();
        if (token == "↑")
        {
            return new Expression.Prefix("↑", Atom());
        }

        if (token == "(")
        {
            var inner = Read(0);
            if (Peek == ":")
            {
                Take();
                inner = new Expression.Ascription(inner, Read(0));
            }

            Expect(")");
            return inner;
        }

        if (LeanTokens.IsNumeral(token))
        {
            return new Expression.Word(token);
        }

        if (!LeanTokens.IsName(token) || Keywords.Contains(token))
        {
            throw new UnreadableException();
        }

        // `n.succ` is a function of n.
        return _scope.TryGetValue(token, out var id) ? new Expression.Variable(token, id)
            : token.Split('.', 2) is [var head, var field] && _scope.TryGetValue(head, out id)
                ? new Expression.Application(new Expression.Word($".{field}"), [new Expression.Variable(head, id)])
                : new Expression.Word(token);
    }

    internal static bool IsType(Expression type) => type switch
    {
        Expression.Word w => Types.Contains(w.Text),
        Expression.Application { Function: Expression.Word w } => TypeFamilies.Contains(w.Text),
        Expression.Binary { Operator: "→" } b => IsType(b.Left) && IsType(b.Right),
        _ => false,
    };

    private string Name() => Take() is var token && LeanTokens.IsName(token) && !Keywords.Contains(token) ? token : throw new UnreadableException();

    private string Take() => _next < _tokens.Count ? _tokens[_next++] : throw new UnreadableException();

    private void Expect(string token)
    {
        if (Take() != token)
        {
            throw new UnreadableException();
        }
    }

    private sealed class UnreadableException : Exception;
}
