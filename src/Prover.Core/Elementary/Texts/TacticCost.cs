using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Elementary.Texts;

/// <summary>How heavy the tactics of a script are: what a reader can't follow weighs more than what is a bit longer.</summary>
internal static partial class TacticCost
{
    private const int Heavy = 20;

    /// <summary>Weights by tactic; those that are not named weigh nothing.</summary>
    public static int WeightOf(string tactic) => tactic switch
    {
        "grind" or "bv_decide" or "native_decide" => 10,
        "simp_all" or "simp_arith" or "aesop" => 6,
        "decide +kernel" => 5,
        "first" or "try" or "all_goals" or "any_goals" => 4,
        "omega" or "decide" or "solve_by_elim" => 3,
        "simp" => 3,
        "ac_rfl" or "simp only" or "contradiction" => 2,
        "exact" or "apply" or "rw" or "trivial" or "assumption" or "subst" => 1,
        _ => 0,
    };

    /// <summary>All weights in a script together.</summary>
    public static int Weight(string script) => Tactics(script).Sum(WeightOf);

    /// <summary>Length and weight in one number, smaller is better.</summary>
    public static int Of(string script) => (Weight(script) * Heavy) + script.Length;

    /// <summary>The tactics that weigh something, in their order.</summary>
    public static IEnumerable<string> Tactics(string script) =>
        Tactic().Matches(LeanText.Mask(script)).Select(m => Space().Replace(m.Value, " "));

    [GeneratedRegex(@"(?<![\w.?'])(grind|bv_decide|native_decide|simp_all|simp_arith|aesop|decide\s+\+kernel|decide|first(?=\s)|try|all_goals|any_goals|omega|solve_by_elim|simp\s+only|simp|ac_rfl|contradiction|exact|apply|rw|trivial|assumption|subst)(?![\w'?])")]
    private static partial Regex Tactic();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
