namespace Prover.Core.Answers;

/// <summary>A top-level command of a Lean text, as far as its first words tell.</summary>
/// <param name="Kind">Its keyword, e.g. <c>theorem</c>; modifiers and attributes are passed over.</param>
/// <param name="Text">The command, comments behind it left out.</param>
/// <param name="Masked">The same with comments and literals blanked: same length.</param>
/// <param name="Keyword">Where the keyword begins.</param>
internal sealed record LeanCommand(string Kind, string Text, string Masked, int Keyword)
{
    /// <summary>True for what can hold a proof.</summary>
    public bool IsProof => Kind is "theorem" or "lemma" or "example";

    /// <summary>What follows the keyword.</summary>
    public int AfterKeyword => Keyword + Kind.Length;

    /// <summary>The declared name; empty for none.</summary>
    public string Name
    {
        get
        {
            var start = AfterKeyword;
            while (start < Masked.Length && char.IsWhiteSpace(Masked[start]))
            {
                start++;
            }

            var end = start;
            var quoted = false;
            while (end < Masked.Length && (quoted || !(char.IsWhiteSpace(Masked[end]) || Masked[end] is ':' or '(' or '{' or '[' or '⦃' or '|' or ',')))
            {
                quoted = Masked[end] == '«' || (quoted && Masked[end] != '»');
                end++;
            }

            return Kind == "example" ? string.Empty : Masked[start..end].TrimEnd('.');
        }
    }

    /// <summary>Words after the keyword on the rest of the command, e.g. the namespaces that are opened.</summary>
    public string Argument => Masked[AfterKeyword..].Trim();
}
