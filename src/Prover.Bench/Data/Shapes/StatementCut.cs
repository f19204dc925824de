using System.Text;
using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Bench.Data.Shapes;

/// <summary>Where in a Lean text the statement of its theorem ends and its proof begins.</summary>
/// <remarks>Read as text, with comments and strings masked. Where the end can't be told, the text is refused: a statement that is cut wrongly would
/// be another one.</remarks>
internal static partial class StatementCut
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">Lean text.</param>
    /// <param name="isOnly">Whether it may hold one theorem only; otherwise the last counts.</param>
    public static CutStatement Of(string text, bool isOnly)
    {
        var masked = LeanText.Mask(text);
        var theorems = Theorem().Matches(masked);
        if (theorems.Count == 0)
        {
            return new CutStatement("there is no 'theorem NAME' in it");
        }

        if (isOnly && theorems.Count > 1)
        {
            return new CutStatement($"it holds {theorems.Count} theorems; give each a file of its own");
        }

        var name = theorems[^1].Groups["name"];
        var (assigned, before) = FirstAssignment(masked, name.Index + name.Length);
        var hole = Hole().Match(text.TrimEnd());
        if (hole.Success && hole.Index >= name.Index && (assigned == hole.Index || LocalDefinition().IsMatch(before)))
        {
            return new CutStatement(name.Value, text, HasProof: false);
        }

        if (assigned < 0)
        {
            return Equation().IsMatch(masked[name.Index..])
                ? new CutStatement("it seems to be proved by equations ('| … => …'), and where its statement ends can't be told; end it in ':= by sorry'")
                : new CutStatement(name.Value, text, HasProof: false);
        }

        if (LocalDefinition().IsMatch(before))
        {
            return new CutStatement("its statement holds a 'let' or 'have', and where it ends can't be told; end it in ':= by sorry'");
        }

        var by = By().Match(masked, assigned);
        return new CutStatement(name.Value, by.Success ? text[..(by.Index + by.Length)] + "\n" : text[..assigned].TrimEnd() + "\n", HasProof: true);
    }

    /// <summary>The first <c>:=</c> outside of all brackets, -1 when there is none; and what stands outside of brackets before it.</summary>
    private static (int At, string Before) FirstAssignment(string masked, int from)
    {
        var (depth, before) = (0, new StringBuilder());
        for (var i = from; i < masked.Length; i++)
        {
            depth += masked[i] switch
            {
                '(' or '[' or '{' or '⦃' or '⟨' or '«' => 1,
                ')' or ']' or '}' or '⦄' or '⟩' or '»' => -1,
                _ => 0,
            };
            if (depth == 0 && masked[i] == ':' && i + 1 < masked.Length && masked[i + 1] == '=')
            {
                return (i, before.ToString());
            }

            if (depth == 0)
            {
                before.Append(masked[i]);
            }
        }

        return (-1, before.ToString());
    }

    [GeneratedRegex(@"(?<![\w.'«»])(?:theorem|lemma)\s+(?<name>(?:«[^»]*»|[^\s:({\[⦃«])+?)(?=\.\{|[\s:({\[⦃]|$)")]
    private static partial Regex Theorem();

    [GeneratedRegex(@":=\s*(by\b)?\s*(sorry)?\z")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\G:=\s*by\b")]
    private static partial Regex By();

    [GeneratedRegex(@"\b(let|have|letI|haveI|let_fun)\b")]
    private static partial Regex LocalDefinition();

    [GeneratedRegex(@"^\s*\|.*=>", RegexOptions.Multiline)]
    private static partial Regex Equation();
}

/// <summary>A text's theorem without its proof.</summary>
/// <param name="Name">Its name; empty where there is an objection.</param>
/// <param name="Statement">The text up to where the proof begins, to the letter.</param>
/// <param name="HasProof">Whether a proof, not only a hole for one, was cut off.</param>
internal sealed record CutStatement(string Name, string Statement, bool HasProof)
{
    /// <summary>A text that can't be read.</summary>
    public CutStatement(string objection)
        : this(string.Empty, string.Empty, HasProof: false) => Objection = objection;

    /// <summary>Why it can't be read, with the remedy; null when it can.</summary>
    public string? Objection { get; }
}
