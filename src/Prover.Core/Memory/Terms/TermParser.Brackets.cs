namespace Prover.Core.Memory.Terms;

/// <content>Brackets and binders.</content>
internal sealed partial class TermParser
{
    private static string? Closing(string opening) => opening switch
    {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        "⟨" => "⟩",
        "⦃" => "⦄",
        "⌊" => "⌋",
        "⌈" => "⌉",
        "|" => "|",
        "‖" => "‖",
        _ => null,
    };

    /// <summary>What stands in brackets whose opening is read; round ones around one term leave no trace.</summary>
    private Term Bracket(string opening, string closing)
    {
        var scope = _bound.Count;
        var isSet = opening == "{" && BindsInSet();
        if (isSet)
        {
            _bound.Add(_tokens[_next].Text);
        }

        var items = _nesting < MaxNesting ? Items(t => t.Is(closing)) : [];
        _bound.RemoveRange(scope, _bound.Count - scope);
        if (At(closing))
        {
            _next++;
        }

        return opening == "(" && items is [var only] ? only : Term.Symbol(isSet ? "{|}" : opening + closing, [.. items]);
    }

    // `{x | p}`, `{x : T | p}`, `{x ∈ s | p}`, but not `{x, y}`.
    private bool BindsInSet() =>
        _next + 1 < _tokens.Count && _tokens[_next].Kind == LeanTokenKind.Identifier && _tokens[_next + 1].Text is "|" or ":" or "∈";

    /// <summary>A quantifier, function or big operator with its bound variables, their types and its body.</summary>
    private Term Binder(int bodyMinimum)
    {
        var symbol = _tokens[_next++].Text;
        var scope = _bound.Count;
        var parts = new List<Term>();
        while (Peek is { } token && !IsBinderEnd(token))
        {
            var isGroup = token.Text is "(" or "{" or "⦃" or "[";
            _next += isGroup ? 1 : 0;
            BoundNames();
            if (Peek is { } after && !IsBinderEnd(after) && after.Text is not ("(" or "{" or "⦃" or "["))
            {
                // `: T`, `∈ s`, `< n` and the like.
                var relation = after.Text;
                _next++;
                parts.AddRange(Items(t => IsBinderEnd(t) || Operators.Ends(t)).Select(t => relation == ":" ? t : Term.Symbol(relation, t)));
            }

            if (isGroup && Peek is { } closing && Operators.Ends(closing) && !IsBinderEnd(closing))
            {
                _next++;
            }
            else if (!isGroup && Peek is { } stuck && Operators.Ends(stuck) && !IsBinderEnd(stuck))
            {
                break;
            }
        }

        if (Peek is { } end && IsBinderEnd(end))
        {
            _next++;
        }

        if (Peek is { } body && StartsOperand(body))
        {
            parts.Add(Expression(bodyMinimum));
        }

        _bound.RemoveRange(scope, _bound.Count - scope);
        return Term.Symbol(symbol == "fun" ? "λ" : symbol, [.. parts]);
    }

    private void BoundNames()
    {
        while (Peek is { Kind: LeanTokenKind.Identifier } name)
        {
            _bound.Add(name.Text);
            _next++;
        }
    }

    private static bool IsBinderEnd(LeanToken token) => token.Text is "," or "=>" or "↦";
}
