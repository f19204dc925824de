namespace Prover.Rounds.Makers.Logic;

/// <summary>A formula of propositional logic.</summary>
internal abstract record Formula
{
    private Formula()
    {
    }

    public sealed record Letter(int Index) : Formula;

    public sealed record Not(Formula Inner) : Formula;

    /// <summary>One of <c>∧ ∨ → ↔</c>.</summary>
    public sealed record Binary(char Connective, Formula Left, Formula Right) : Formula;

    /// <summary>Its truth where letter i has bit i of <paramref name="valuation"/>.</summary>
    public bool Holds(int valuation) => this switch
    {
        Letter letter => ((valuation >> letter.Index) & 1) == 1,
        Not negation => !negation.Inner.Holds(valuation),
        Binary { Connective: '∧' } b => b.Left.Holds(valuation) && b.Right.Holds(valuation),
        Binary { Connective: '∨' } b => b.Left.Holds(valuation) || b.Right.Holds(valuation),
        Binary { Connective: '→' } b => !b.Left.Holds(valuation) || b.Right.Holds(valuation),
        Binary b => b.Left.Holds(valuation) == b.Right.Holds(valuation),
        _ => throw new InvalidOperationException("There is no such formula."),
    };

    /// <summary>As Lean text, every part of two in brackets.</summary>
    public string Text(IReadOnlyList<string> letters) => this switch
    {
        Letter letter => letters[letter.Index],
        Not negation => $"¬{negation.Inner.Part(letters)}",
        Binary b => $"{b.Left.Part(letters)} {b.Connective} {b.Right.Part(letters)}",
        _ => throw new InvalidOperationException("There is no such formula."),
    };

    private string Part(IReadOnlyList<string> letters) => this is Binary ? $"({Text(letters)})" : Text(letters);
}
