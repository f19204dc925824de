using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Keys;

/// <summary>Writes expressions so that forms which say the same read the same: <c>a &gt; b</c> is <c>b &lt; a</c>, <c>a ≠ b</c> is <c>¬ a = b</c>, and
/// the operands of <c>= ↔ ∧ ∨</c>, and of <c>+ *</c> among numbers, are sorted.</summary>
/// <param name="areNumbers">Whether everything in the statement is about numbers, so that sums and products commute.</param>
internal sealed class CanonicalText(bool areNumbers)
{
    private static readonly HashSet<string> Numbers = ["Nat", "Int", "Rat", "ℝ", "Complex", "ℂ", "Prop", "Bool"];

    /// <summary>Whether a type is of numbers, propositions or functions among them.</summary>
    public static bool IsNumeric(Expression? type) => type switch
    {
        null => true,
        Expression.Word w => Numbers.Contains(w.Text),
        Expression.Binary { Operator: "→" } b => IsNumeric(b.Left) && IsNumeric(b.Right),
        _ => false,
    };

    /// <summary>The text.</summary>
    /// <param name="expression">Of what.</param>
    /// <param name="labels">What stands for the variables that are not bound inside.</param>
    public string Of(Expression expression, IReadOnlyDictionary<int, string> labels) => Of(expression, new Dictionary<int, string>(labels), 0);

    private string Of(Expression expression, Dictionary<int, string> labels, int depth)
    {
        return expression switch
        {
            Expression.Word w => w.Text,
            Expression.Variable v => labels.GetValueOrDefault(v.Id, "?"),
            Expression.Application a => $"({Part(a.Function)} {string.Join(' ', a.Arguments.Select(Part))})",
            Expression.Prefix p => $"({p.Operator} {Part(p.Inner)})",
            Expression.Ascription a => $"(: {Part(a.Inner)} {Part(a.Type)})",
            Expression.Binary { Operator: ">" } b => $"(< {Part(b.Right)} {Part(b.Left)})",
            Expression.Binary { Operator: "≥" } b => $"(≤ {Part(b.Right)} {Part(b.Left)})",
            Expression.Binary { Operator: "≠" } b => $"(¬ {Sorted("=", [b.Left, b.Right])})",
            Expression.Binary { Operator: "=" or "↔" } b => Sorted(b.Operator, [b.Left, b.Right]),
            Expression.Binary { Operator: "∧" or "∨" } b => Sorted(b.Operator, Operands(b, b.Operator)),
            Expression.Binary { Operator: "+" or "*" } b when areNumbers => Sorted(b.Operator, Operands(b, b.Operator)),
            Expression.Binary b => $"({b.Operator} {Part(b.Left)} {Part(b.Right)})",
            Expression.Bound b => Bound(b),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "No such expression."),
        };

        string Part(Expression part) => Of(part, labels, depth);

        string Sorted(string symbol, IEnumerable<Expression> operands) => $"({symbol} {string.Join(' ', operands.Select(Part).Order(StringComparer.Ordinal))})";

        string Bound(Expression.Bound b)
        {
            var type = b.Type is null ? "_" : Part(b.Type);
            labels[b.Over.Id] = $"b{depth}";
            return $"({b.Kind} {type} {Of(b.Body, labels, depth + 1)})";
        }
    }

    private static IEnumerable<Expression> Operands(Expression expression, string symbol) => expression is Expression.Binary b && b.Operator == symbol
        ? Operands(b.Left, symbol).Concat(Operands(b.Right, symbol))
        : [expression];
}
