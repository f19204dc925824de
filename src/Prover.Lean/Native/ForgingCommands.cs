using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Lean.Native;

/// <summary>Commands by which a text could make Lean give false facts of it. Facts of such a text are refused early, with a reason.</summary>
/// <remarks>A courtesy and no defence: what is hidden from a reader of the text is not found. Only the audit of the compiled
/// file defends.</remarks>
internal static partial class ForgingCommands
{
    /// <summary>The first such command; null when none is seen.</summary>
    public static string? Find(string text)
    {
        var command = Metaprogram().Match(LeanText.Mask(text));
        if (command.Success)
        {
            return command.Value;
        }

        // The command to override stands in a string.
        var token = OverriddenCommand().Match(text);
        return token.Success ? token.Value : null;
    }

    [GeneratedRegex(
        @"(?<![\w.'!?«`])(?:macro|macro_rules|elab|elab_rules|syntax|declare_syntax_cat|binder_predicate|run_cmd|run_elab|run_meta|initialize"
        + @"|builtin_initialize|unif_hint|app_unexpander|delab|app_delab|command_elab|term_elab|command_parser|term_parser|parenthesizer|formatter"
        + @"|#eval|#exit|addDecl\w*|set_option\s+debug\.[\w.]+)(?![\w'!?])")]
    private static partial Regex Metaprogram();

    [GeneratedRegex("\"\\s*#(?:check|print)\\b")]
    private static partial Regex OverriddenCommand();
}
