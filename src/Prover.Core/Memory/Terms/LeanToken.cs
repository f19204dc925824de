namespace Prover.Core.Memory.Terms;

/// <summary>What a piece of Lean text is.</summary>
internal enum LeanTokenKind
{
    /// <summary>A name, with its dots: <c>Nat.succ</c>, <c>h₀.left</c>.</summary>
    Identifier,

    /// <summary>A number literal.</summary>
    Numeral,

    /// <summary>A projection by number: <c>.1</c> after a term.</summary>
    Projection,

    /// <summary>A string or a character.</summary>
    Literal,

    /// <summary>Anything else.</summary>
    Symbol,
}

/// <summary>A piece of Lean text and where it stands.</summary>
internal readonly record struct LeanToken(LeanTokenKind Kind, string Text, int Start)
{
    /// <summary>Where the text after it begins.</summary>
    public int End => Start + Text.Length;

    /// <summary>The name up to its first dot.</summary>
    public string FirstPart => Text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Text[..dot] : Text;

    /// <summary>Whether it is that symbol or word.</summary>
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);
}
