namespace Prover.Core.Lean;

/// <summary>A place in a Lean text: <paramref name="Line"/> counts from 1, <paramref name="Column"/> counts
/// Unicode code points from 0, as Lean and the community REPL do.</summary>
public readonly record struct LeanPosition(int Line, int Column)
{
    /// <summary>The same place after <paramref name="lines"/> more lines were put in front of the text.</summary>
    public LeanPosition Down(int lines) => this with { Line = Line + lines };

    /// <inheritdoc />
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>How grave a message of Lean is.</summary>
public enum LeanSeverity
{
    /// <summary>Information: the answer to a <c>#check</c>, a trace.</summary>
    Information,

    /// <summary>A warning; <c>declaration uses 'sorry'</c> is one.</summary>
    Warning,

    /// <summary>An error: the text is not accepted.</summary>
    Error,
}

/// <summary>One message of Lean about a text.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, if Lean says so.</param>
/// <param name="Text">Lean's words, unchanged (cut only where the output limit says so in the text itself).</param>
public sealed record LeanMessage(LeanSeverity Severity, LeanPosition Start, LeanPosition? End, string Text)
{
    /// <summary>The same message for a text that stands <paramref name="lines"/> lines further down.</summary>
    public LeanMessage Down(int lines) => this with { Start = Start.Down(lines), End = End?.Down(lines) };

    /// <inheritdoc />
    public override string ToString() => $"{Start}: {Severity.ToString().ToLowerInvariant()}: {Text}";
}

/// <summary>A <c>sorry</c> that Lean elaborated.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, if known.</param>
/// <param name="Goal">The goal it stands for as Lean prints it (<c>h : a ≤ b\n⊢ …</c>); null where it can't be had.</param>
public sealed record LeanSorry(LeanPosition Start, LeanPosition? End, string? Goal)
{
    /// <summary>The same hole for a text that stands <paramref name="lines"/> lines further down.</summary>
    public LeanSorry Down(int lines) => this with { Start = Start.Down(lines), End = End?.Down(lines) };
}
