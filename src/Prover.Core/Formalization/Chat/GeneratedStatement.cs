using System.Text.RegularExpressions;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Chat;

/// <summary>A statement that a model wrote, made fit to be trusted: whoever reads the theorem must know what it says.</summary>
/// <remarks>A trusted statement decides what "proved" means, and commands in front of it can change what it means (a notation, an instance, a
/// program). A person may use them; a machine may not. What is allowed is one theorem, plain definitions and <c>open</c>.</remarks>
internal static partial class GeneratedStatement
{
    /// <summary>The statement under the given name, without a proof; or why it is not acceptable, for the model that wrote it.</summary>
    public static (string? Statement, string? Objection) Read(string code, string name)
    {
        var text = Import().Replace(code.ReplaceLineEndings("\n"), string.Empty).Trim();
        var masked = LeanText.Mask(text);
        if (Forbidden().Match(masked) is { Success: true } forbidden)
        {
            return (null, $"'{forbidden.Value.Trim()}' is not allowed in a statement: only one theorem, plain 'def' in front of it, and 'open'.");
        }

        var theorems = Theorem().Matches(masked);
        if (theorems.Count != 1)
        {
            return (null, theorems.Count == 0 ? "There is no theorem in it." : $"There are {theorems.Count} theorems in it; state only one.");
        }

        var head = theorems[0];
        var end = EndOfType(masked, head.Index + head.Length);
        if (end < 0)
        {
            return (null, "The theorem states nothing: write its type after a colon.");
        }

        var statement = text[..head.Groups["name"].Index] + name + text[(head.Groups["name"].Index + head.Groups["name"].Length)..end].TrimEnd();
        try
        {
            return (TheoremStatement.Parse(statement).Head, null);
        }
        catch (InvalidStatementException e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Where the theorem's type ends: at its <c>:=</c>, or at the end of the text; -1 when there is no type.</summary>
    private static int EndOfType(string masked, int start)
    {
        var depth = 0;
        var typed = false;
        for (var i = start; i < masked.Length; i++)
        {
            depth += masked[i] is '(' or '[' or '{' or '⦃' or '⟨' ? 1 : masked[i] is ')' or ']' or '}' or '⦄' or '⟩' ? -1 : 0;
            if (depth == 0 && masked[i] == ':')
            {
                if (i + 1 < masked.Length && masked[i + 1] == '=')
                {
                    return typed ? i : -1;
                }

                typed = true;
            }
        }

        return typed ? masked.Length : -1;
    }

    [GeneratedRegex(@"^[ \t]*import[ \t].*$\n?", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"(?<![\w.'])(axiom|constant|opaque|instance|notation|notation3|infix|infixl|infixr|prefix|postfix|macro|macro_rules|syntax|elab|elab_rules|attribute|initialize|builtin_initialize|run_cmd|run_elab|run_meta|unsafe|partial|declare_syntax_cat|set_option|deriving|local|scoped|simproc|variable|example|class|structure|inductive|mutual|include|omit|export|universe|namespace|section|end)\b|@\[|#\w+|\bby_elab\b|\bnative_decide\b")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"(?<![\w.'])(theorem|lemma)\s+(?<name>(?:«[^»]*»|[^\s:({\[⦃«])+)")]
    private static partial Regex Theorem();
}
