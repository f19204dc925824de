using System.Text.RegularExpressions;
using Prover.Core.Verification;

namespace Prover.Core.Statements;

/// <summary>A trusted statement: Lean text that ends in the head of one theorem, ready to have a proof set after it.</summary>
/// <remarks>Read as text, since it comes from the person who asks; Lean then says whether it elaborates.</remarks>
public sealed partial record TheoremStatement
{
    private TheoremStatement(string head, string localName, int nameStart, int headStart)
    {
        Head = head;
        LocalName = localName;
        NameStart = nameStart;
        KeywordStart = headStart;
    }

    /// <summary>Everything up to the end of the theorem's type, without <c>:=</c>.</summary>
    public string Head { get; }

    /// <summary>The name as written after <c>theorem</c>; its namespace, if any, stands in the text before it.</summary>
    public string LocalName { get; }

    private int NameStart { get; }

    private int KeywordStart { get; }

    /// <summary>The statement with a hole for a proof: what is compiled to know what it says.</summary>
    public string WithSorry => WithProof("by sorry");

    /// <summary>The whole text with a proof.</summary>
    /// <param name="proof">What stands after <c>:=</c>.</param>
    /// <param name="helpers">Lemmas and the like that go in front of the theorem; empty for none.</param>
    /// <remarks>Where the head may end in a comment, the proof begins on a line of its own, or the comment would swallow it.</remarks>
    public string WithProof(string proof, string helpers = "")
    {
        var head = helpers.Length == 0 ? Head : $"{Head[..CommandStart]}{helpers.TrimEnd()}\n\n{Head[CommandStart..]}";
        return Head.AsSpan(Head.LastIndexOf('\n') + 1).Contains("--", StringComparison.Ordinal) ? $"{head}\n  := {proof}\n" : $"{head} := {proof}\n";
    }

    /// <summary>What stands in front of the theorem's command: opening commands, definitions.</summary>
    internal string Preface => Head[..CommandStart];

    /// <summary>The theorem's command under another name, with a proof; without what stands in front of it. Many of them can follow one
    /// <see cref="Preface"/>.</summary>
    internal string CommandNamed(string name, string proof)
    {
        var command = $"{Head[CommandStart..NameStart]}{name}{Body}";
        return Head.AsSpan(Head.LastIndexOf('\n') + 1).Contains("--", StringComparison.Ordinal) ? $"{command}\n  := {proof}\n" : $"{command} := {proof}\n";
    }

    /// <summary>What follows the name: binders, colon and type.</summary>
    internal string Body => Head[(NameStart + LocalName.Length)..];

    /// <summary>Where the theorem's command begins: its comment, attributes and modifiers belong to it.</summary>
    private int CommandStart => Modifiers().Match(Head[..KeywordStart]).Index;

    /// <summary>Reads a statement; a trailing <c>:=</c>, <c>:= by</c>, <c>:= sorry</c> or <c>:= by sorry</c> is taken off.</summary>
    /// <exception cref="InvalidStatementException">There is no <c>theorem NAME</c> in it.</exception>
    public static TheoremStatement Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = LeanText.Mask(text);
        var theorem = TheoremHead().Matches(masked).LastOrDefault()
            ?? throw new InvalidStatementException(
                "The statement holds no theorem. Write it as Lean text, e.g. 'theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1'; an 'example' needs a name.");

        // Cut by nothing but what stands there: a text that is lexed wrongly must never lose a part of what it states.
        var whole = text.TrimEnd();
        var hole = ProofHole().Match(whole);
        var head = (hole.Success ? whole[..hole.Index] : whole).TrimEnd();
        var name = theorem.Groups["name"];
        if (head.Length < name.Index + name.Length)
        {
            throw new InvalidStatementException($"The theorem '{name.Value}' states nothing. Write its type after a colon.");
        }

        return new TheoremStatement(head, name.Value, name.Index, theorem.Groups["keyword"].Index);
    }

    /// <summary>The negation as a statement of its own, <c>theorem NAME_refuted : ¬ (∀ binders, type)</c>; null where the text
    /// can't be cut that way. Whether it really is the negation is for Lean to say.</summary>
    public TheoremStatement? Negation()
    {
        if (Cut() is not var (binders, type) || binders.StartsWith(".{", StringComparison.Ordinal))
        {
            return null;
        }

        var negated = binders.Length == 0 ? $"¬ ({type})" : $"¬ (∀ {binders}, {type})";
        return Parse($"{Head[..KeywordStart]}theorem {LocalName}{RefutedSuffix} : {negated}");
    }

    /// <summary>What stands between the name and the colon of the type; null where the text can't be cut there. Whether these are the binders
    /// is for Lean to say.</summary>
    internal string? Binders => Cut()?.Binders;

    private (string Binders, string Type)? Cut()
    {
        var masked = LeanText.Mask(Head);
        if (MayTakeVariables(masked))
        {
            return null; // Variables bind what is inside the type and stay outside of it.
        }

        var afterName = NameStart + LocalName.Length;
        var depth = 0;
        for (var i = afterName; i < masked.Length; i++)
        {
            depth += masked[i] switch
            {
                '(' or '[' or '{' or '⦃' or '«' => 1,
                ')' or ']' or '}' or '⦄' or '»' => -1,
                _ => 0,
            };
            if (depth == 0 && masked[i] == ':' && (i + 1 == masked.Length || masked[i + 1] != '='))
            {
                return (Head[afterName..i].Trim(), Head[(i + 1)..].Trim());
            }
        }

        return null;
    }

    /// <summary>Whether Lean may add what <c>variable</c> commands declare to the theorem: what it mentions, and instances of nothing that is declared.</summary>
    private bool MayTakeVariables(string masked)
    {
        static HashSet<string> In(string text) => Words().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var declared = Variables().Matches(masked[..KeywordStart]).Select(m => m.Value).ToList();
        var names = declared.Where(d => d[0] != '[').SelectMany(In).ToHashSet(StringComparer.Ordinal);
        return names.Overlaps(In(masked[NameStart..])) || declared.Exists(d => d[0] == '[' && !names.Overlaps(In(d)));
    }

    /// <summary>What the name of a negation ends in.</summary>
    public const string RefutedSuffix = "_refuted";

    [GeneratedRegex(@"(?<![\w.'«»])(?<keyword>theorem|lemma)\s+(?<name>(?:«[^»]*»|[^\s:({\[⦃«])+?)(?=\.\{|[\s:({\[⦃]|$)")]
    private static partial Regex TheoremHead();

    [GeneratedRegex(@"(/--((?!-/)[\s\S])*-/\s*)?(open\s[^\n]*\sin\s+|set_option\s[^\n]*\sin\s+)*(@\[[^\]]*\]\s*)*((private|protected|noncomputable|unsafe|partial|nonrec)\s+)*\z")]
    private static partial Regex Modifiers();

    // The names in front of a colon, or a class in square brackets.
    [GeneratedRegex(@"(?<=^[^\S\n]*variable\b([^\n]|\n[^\S\n])*)([({⦃][^:(){}\[\]⦃⦄]*|\[[^\]]*\])", RegexOptions.Multiline)]
    private static partial Regex Variables();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_₀-₉'!?]*")]
    private static partial Regex Words();

    [GeneratedRegex(@":=\s*(by\b)?\s*(sorry)?$")]
    private static partial Regex ProofHole();
}
