namespace Prover.Core.Sampling.Portfolio;

/// <summary>Builds tactic scripts.</summary>
internal static class Script
{
    /// <summary>Lets the kernel evaluate a decidable goal. The instance of a long implication needs more than the default limits;
    /// unlike <c>native_decide</c> it leaves no axiom.</summary>
    public const string DecideInKernel =
        "set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel";

    /// <summary>Closes one case that should be routine.</summary>
    public const string Close = "first | omega | (simp_all; done) | grind";

    /// <summary>One line after the other.</summary>
    public static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Moves every line to the right.</summary>
    public static string Indent(string script, int by = 2)
    {
        var margin = new string(' ', by);
        return margin + script.Replace("\n", "\n" + margin, StringComparison.Ordinal);
    }

    /// <summary>The script as the whole proof of the next goal.</summary>
    public static string Bullet(string script) => "· " + Indent(script)[2..];

    /// <summary>The alternatives on lines of their own, then <c>fail</c>: only the last alternative of <c>first</c> recovers from
    /// errors, and none of these may.</summary>
    public static string FirstOf(IEnumerable<string> alternatives) => Lines(["first", .. alternatives.Select(a => "| " + a), "| fail"]);

    /// <summary>Ends a script of several lines at its first error. Bare, Lean would log a failed <c>have … := by omega</c>, take it for
    /// granted and run the costly rest in vain.</summary>
    public static string Guarded(string script) =>
        script.Contains('\n', StringComparison.Ordinal) ? Lines("first", "| (", Indent(script, 4), "  )", "| fail") : script;

    /// <summary>What stands after <c>:=</c>.</summary>
    public static string AsProof(string script) => "by\n" + Indent(script);

    /// <summary>A proof of the conjunction of all that the names prove.</summary>
    public static string Conjunction(IEnumerable<string> names) =>
        names.Reverse().Aggregate(string.Empty, (rest, name) => rest.Length == 0 ? name : $"And.intro {name} ({rest})");

    /// <summary>Proves a statement about small numbers by contradiction in the kernel: packs what is known and the negated goal
    /// <c>hng</c> into one implication (evaluation stops at the first false part), then quantifies over the variables.</summary>
    /// <param name="names">Hypotheses, the cheapest to falsify first; <c>hng</c> is put last.</param>
    /// <param name="reverts">What to quantify over, innermost first.</param>
    public static string Evaluate(IEnumerable<string> names, IEnumerable<string> reverts)
    {
        string[] all = [.. names, "hng"];
        return Lines([$"have H := {Conjunction(all)}", $"clear {string.Join(' ', all)}", "revert H", .. reverts, DecideInKernel]);
    }
}
