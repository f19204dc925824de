namespace Prover.Rounds.Makers.Logic;

/// <summary>A formula of propositional logic.</summary>
internal abstract record Formula
{
    private static readonly uint[] LetterTables = [0xAAAAAAAA, 0xCCCCCCCC, 0xF0F0F0F0, 0xFF00FF00, 0xFFFF0000];

    private Formula()
    {
    }

    public sealed record Letter(int Index) : Formula;

    public sealed record Not(Formula Inner) : Formula;

    /// <summary>One of <c>∧ ∨ → ↔</c>.</summary>
    public sealed record Binary(char Connective, Formula Left, Formula Right) : Formula;

    /// <summary>Its truth table: bit v says whether it holds where letter i has bit i of v; for up to five letters.</summary>
    public uint Table => this switch
    {
        Letter letter => LetterTables[letter.Index],
        Not negation => ~negation.Inner.Table,
        Binary { Connective: '∧' } b => b.Left.Table & b.Right.Table,
        Binary { Connective: '∨' } b => b.Left.Table | b.Right.Table,
        Binary { Connective: '→' } b => ~b.Left.Table | b.Right.Table,
        Binary b => ~(b.Left.Table ^ b.Right.Table),
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
