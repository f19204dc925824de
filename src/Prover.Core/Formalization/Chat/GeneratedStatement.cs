using System.Text.RegularExpressions;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Chat;

/// <summary>A statement that a model wrote, made fit to be trusted: whoever reads the theorem must know what it says.</summary>
/// <remarks>A trusted statement decides what "proved" means, and it is compiled where no program of a stranger may run. Commands in front of it
/// can change what it means (a notation, an instance), tactics within it can be programs. A person may use them; a machine may not. What is
/// allowed is <c>open</c> of whole namespaces, plain definitions and one theorem, in <see cref="StatementAlphabet"/>, without tactics, and
/// without comments: what a person reads is what Lean reads.</remarks>
internal static partial class GeneratedStatement
{
    /// <summary>The statement under the given name, without a proof; or why it is not acceptable, for the model that wrote it.</summary>
    public static (string? Statement, string? Objection) Read(string code, string name)
    {
        var text = Import().Replace(WithoutComments(code.ReplaceLineEndings("\n")), string.Empty).Trim();
        var masked = LeanText.Mask(text);
        var theorems = Theorem().Matches(masked);
        var start = theorems.Count == 0 ? -1 : theorems[0].Index + theorems[0].Length;
        var end = start < 0 ? -1 : EndOfType(masked, start);

        // What stands after the type is the model's proof, which nobody uses.
        var used = end < 0 ? text : text[..end].TrimEnd();
        if (Objection(used) is { } objection)
        {
            return (null, objection);
        }

        if (theorems.Count != 1)
        {
            return (null, theorems.Count == 0 ? "There is no theorem in it." : $"There are {theorems.Count} theorems in it; state only one.");
        }

        if (end < 0)
        {
            return (null, "The theorem states nothing: write its type after a colon.");
        }

        var head = theorems[0].Groups["name"];
        if (OwnNames(used[..head.Index], name) is { } taken)
        {
            return (null, taken);
        }

        try
        {
            return (TheoremStatement.Parse(used[..head.Index] + name + used[(head.Index + head.Length)..]).Head, null);
        }
        catch (InvalidStatementException e)
        {
            return (null, e.Message);
        }
    }

    private static string? Objection(string used)
    {
        if (Forbidden().Match(used) is { Success: true } forbidden)
        {
            return $"'{forbidden.Value.Trim()}' is not allowed in a statement: only one theorem, plain 'def' in front of it, and 'open'.";
        }

        if (Program().Match(used) is { Success: true } program)
        {
            return $"'{program.Value.Trim()}' is not allowed in a statement: it must say what it says without tactics, instances of its own and explicit implicit arguments.";
        }

        if (OpenWord().Count(used) != PlainOpen().Count(used))
        {
            return "'open' is allowed only for whole namespaces (no 'hiding', 'renaming', 'in' or list of names), on a line of its own in front of a command.";
        }

        return StatementAlphabet.Strange(used) is { } strange
            ? $"{strange} is not allowed in a statement: strings, quoted names and signs that look like others can't be read with certainty."
            : null;
    }

    /// <summary>A definition must not take a name that the library or a check of ours has.</summary>
    private static string? OwnNames(string preface, string name) => Definition().Matches(preface).Select(m => m.Groups["name"].Value)
        .FirstOrDefault(d => !PlainName().IsMatch(d) || d == name || d.StartsWith(name + "_", StringComparison.Ordinal)) is { } bad
        ? $"The definition '{bad}' needs another name: letters, digits and '_' only, without a namespace, and not '{name}' or beginning with '{name}_'."
        : null;

    /// <summary>Comments are for whoever wrote them: they may say something else than the statement does.</summary>
    private static string WithoutComments(string code)
    {
        var kept = new System.Text.StringBuilder(code.Length);
        for (var i = 0; i < code.Length;)
        {
            var after = LeanText.SkipComment(code, i);
            if (after == i)
            {
                kept.Append(code[i++]);
            }
            else
            {
                kept.Append(' ');
                i = after;
            }
        }

        return BlankLines().Replace(TrailingSpace().Replace(kept.ToString(), string.Empty), "\n\n");
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

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingSpace();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();

    // Commands of Lean and Mathlib that are no plain definition. Those that make syntax need strings or backticks too, which are no signs of a
    // statement.
    [GeneratedRegex(@"(?<![\w.'])(axiom|constant|opaque|instance|notation|notation3|infix|infixl|infixr|prefix|postfix|macro|macro_rules|syntax|elab|elab_rules|binder_predicate|unif_hint|attribute|initialize|run_cmd|run_elab|run_meta|unsafe|partial|nonrec|set_option|unset_option|deriving|local|simproc|simproc_decl|dsimproc|variable|example|class|structure|inductive|coinductive|mutual|include|omit|export|universe|namespace|section|end|private|protected|public|meta|module|import|alias|seal|unseal|grind_pattern|irreducible_def|suppress_compilation|library_note|proof_wanted|init_quot|open_locale|add_decl_doc|(builtin|declare|register|initialize)_\w+)\b|@\[|#\w+")]
    private static partial Regex Forbidden();

    // Terms that run tactics or programs, that bring in instances of which nothing is seen where Lean prints the statement, or that are no value.
    [GeneratedRegex(@"(?<![\w.'])(by|by_elab|decreasing_by|native_decide|run_tac|letI|haveI|inferInstanceAs|self|sorry|admit|show_term|no_index|unsafe\w*|dbg_trace\w*|include_str|include_bytes)(?![\w'])|\w{3,}%|@|`")]
    private static partial Regex Program();

    [GeneratedRegex(@"(?<![\w.'])open(?![\w'])")]
    private static partial Regex OpenWord();

    // What follows must begin a command: else it belongs to the 'open' still.
    [GeneratedRegex(@"^open( scoped)?( [A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*)+(?=\n\s*(open|def|abbrev|noncomputable|theorem|lemma)\s)", RegexOptions.Multiline)]
    private static partial Regex PlainOpen();

    [GeneratedRegex(@"(?<![\w.'])(?:def|abbrev)\s+(?<name>[^\s:({\[⦃|]+)")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_₀-₉']*\z")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"(?<![\w.'])(theorem|lemma)\s+(?<name>(?:«[^»]*»|[^\s:({\[⦃«])+)")]
    private static partial Regex Theorem();
}
