using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Reads tactics or a term that come without a theorem.</summary>
internal static partial class BareProof
{
    private static readonly HashSet<string> Tactics =
    [
        "intro", "intros", "rintro", "exact", "apply", "refine", "refine'", "have", "let", "show", "suffices", "obtain", "rcases", "cases", "cases'",
        "induction", "induction'", "simp", "simp_all", "simpa", "simp_arith", "dsimp", "rw", "rwa", "rewrite", "omega", "decide", "rfl", "norm_num",
        "ring", "ring_nf", "linarith", "nlinarith", "positivity", "field_simp", "norm_cast", "push_cast", "constructor", "left", "right", "use",
        "exists", "existsi", "exfalso", "contradiction", "assumption", "by_contra", "by_contra!", "by_cases", "split", "split_ifs", "calc", "unfold", "change",
        "specialize", "subst", "subst_vars", "ext", "funext", "congr", "gcongr", "conv", "conv_lhs", "conv_rhs", "grind", "aesop", "tauto", "trivial", "first", "try", "repeat",
        "all_goals", "any_goals", "iterate", "rename_i", "revert", "generalize", "injection", "injections", "nofun", "nomatch", "match", "fun_induction", "fun_cases", "case", "next",
        "native_decide", "interval_cases", "fin_cases", "push_neg", "contrapose", "contrapose!", "absurd", "set", "clear", "bv_decide", "bv_omega", "ac_rfl",
        "symm", "exact?", "apply?", "infer_instance", "solve", "if", "choose", "lift", "replace", "haveI", "letI", "wlog", "delta", "eq_refl", "rename", "swap",
        "done", "skip", "polyrith", "slim_check", "simp?", "nth_rewrite", "norm_num1", "zify", "qify", "abel", "group", "noncomm_ring", "open", "set_option", "and_intros", "sorry", "admit",
    ];

    /// <summary>Reads it.</summary>
    public static Reading Read(IReadOnlyList<LeanCommand> commands, Target target, bool isLean)
    {
        var body = string.Join('\n', commands.Where(c => c.Kind.Length == 0).Select(c => c.Text));
        var masked = LeanText.Mask(body);
        var start = Start().Match(masked).Length;
        var column = start == 0 ? 0 : start - (body.LastIndexOf('\n', start - 1) + 1);
        body = body[start..].TrimEnd();
        masked = masked[start..].TrimEnd();
        if (masked.Length == 0 || (!isLean && !LooksLikeProof(masked)) || GoalLine().IsMatch(masked))
        {
            return new Reading(ReadingRank.Nothing, new ExtractedAnswer.NoCode());
        }

        if (ProofReader.IsEmpty(body))
        {
            return new Reading(ReadingRank.Statement, new ExtractedAnswer.OnlyStatement());
        }

        var proof = StartsWithBy().IsMatch(masked) || IsTerm(masked) ? ProofLayout.Set(body, column) : ProofLayout.SetBare(new string(' ', column) + body);
        var (text, holes, notes) = ProofReader.Compose(commands.Where(c => c.Kind is "open" or "set_option"), target, proof, null);
        holes += ProofReader.Holes(masked);
        return holes > 0
            ? new Reading(ReadingRank.Holes, new ExtractedAnswer.LeftSorry(text, holes))
            : new Reading(ReadingRank.Tactics, new ExtractedAnswer.Found(text) { Notes = notes });
    }

    /// <summary>Whether a line begins as a tactic does.</summary>
    public static bool IsTactic(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.Length == 0 || line[0] is '·' or '|' or '⟨' || line.StartsWith("<;>") || line.StartsWith(". "))
        {
            return line.Length > 0;
        }

        var end = 0;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '_' or '\'' or '?' or '!'))
        {
            end++;
        }

        return end < 24 && Tactics.Contains(line[..end].ToString());
    }

    /// <summary>Whether a text begins as a proof does.</summary>
    public static bool LooksLikeProof(string masked) => StartsWithBy().IsMatch(masked) || TermStart().IsMatch(masked) || IsTactic(masked.AsSpan());

    private static bool IsTerm(string masked) =>
        !IsTactic(masked.AsSpan()) || masked[0] == '⟨'
            ? TermStart().IsMatch(masked) || (!masked.AsSpan().TrimEnd().Contains('\n') && masked[0] is not ('(' or '{' or '·') && !masked.Contains(';'))
            : false;

    [GeneratedRegex(@"\A\s*(?::=)?\s*")]
    private static partial Regex Start();

    [GeneratedRegex(@"\Aby(?![\w.'])")]
    private static partial Regex StartsWithBy();

    [GeneratedRegex(@"\A(?:fun(?!\w)|λ|⟨|@[A-Za-z]|[A-Z]\w*\.[\w.']+|\w+\.\w[\w.']*)")]
    private static partial Regex TermStart();

    [GeneratedRegex(@"^⊢", RegexOptions.Multiline)]
    private static partial Regex GoalLine();
}
