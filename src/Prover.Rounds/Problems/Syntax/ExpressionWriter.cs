namespace Prover.Rounds.Problems.Syntax;

/// <summary>Writes expressions as Lean text, with brackets where they are needed.</summary>
internal static class ExpressionWriter
{
    public static string Of(Expression expression) => Of(expression, 0);

    private static string Of(Expression expression, int least)
    {
        var (text, strength) = expression switch
        {
            Expression.Word w => (w.Text, Operators.Argument),
            Expression.Variable v => (v.Name, Operators.Argument),
            Expression.Application { Function: Expression.Word { Text: ['.', ..] field }, Arguments: [var of] } => ($"({Of(of, 0)}){field}", Operators.Argument),
            Expression.Application a => ($"{Of(a.Function, Operators.Argument)} {string.Join(' ', a.Arguments.Select(x => Of(x, Operators.Argument)))}", Operators.Argument - 1),
            Expression.Prefix p => ($"{p.Operator}{Of(p.Inner, Operators.OfPrefix(p.Operator).Operand)}", Operators.OfPrefix(p.Operator).At),
            Expression.Binary b when Operators.Of(b.Operator) is var (at, left, right) => ($"{Of(b.Left, left)} {b.Operator} {Of(b.Right, right)}", at),
            Expression.Bound b => ($"{b.Kind} {b.Over.Name}{(b.Type is { } type ? $" : {Of(type, 0)}" : string.Empty)}{(b.Kind == "fun" ? " ↦" : ",")} {Of(b.Body, 0)}", 0),
            Expression.Ascription a => ($"({Of(a.Inner, 0)} : {Of(a.Type, 0)})", Operators.Argument),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "No such expression."),
        };

        // What begins with a binder reaches as far right as it can; as an operand it is put in brackets.
        return strength < least ? $"({text})" : text;
    }
}
