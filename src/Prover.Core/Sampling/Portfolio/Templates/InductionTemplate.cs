using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Induction on a natural number that stands in an exponent or in a function's argument. To omega a power is an atom, so the step
/// first splits <c>b ^ (n + 1)</c> off <c>b ^ n</c> and adds <c>0 &lt; b ^ n</c> and <c>n &lt; b ^ n</c> for the bases at hand.</summary>
/// <param name="strides">0 for plain induction; d for one from n to n + d, which proves what only holds or repeats with period d.</param>
internal sealed partial class InductionTemplate(params int[] strides) : IScriptTemplate
{
    private const string Expand = "Nat.mul_add, Nat.add_mul, Nat.pow_add, Nat.pow_succ, Nat.mul_succ";

    public string Name => "induction";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var bases = PowerBase().Matches(goal.Statement).Select(m => m.Groups[1].Value).Distinct()
            .Where(b => b is not ("0" or "1")).Take(3).ToList();
        return Variables(goal).Take(2).SelectMany(n => strides.Select(d => d == 0 ? Plain(n, bases) : WithStride(n, d, bases)));
    }

    /// <summary>Variables in exponents first.</summary>
    private static IEnumerable<string> Variables(GoalFeatures goal) => goal.Naturals.Select(v => v.Name)
        .Where(v => Regex.IsMatch(goal.Statement, $@"\^ \(?[^()]*{LeanNames.Word(v)}")
            || goal.Functions.Any(f => Regex.IsMatch(goal.Conclusion, $@"{LeanNames.Word(f.Name)} \(?[^()]*{LeanNames.Word(v)}")))
        .OrderBy(v => LeanNames.InExponent(goal.Statement, v) ? 0 : 1);

    private static IEnumerable<string> Facts(string n, List<string> bases) => bases.SelectMany((b, i) => new[]
    {
        $"have hpos{i} := Nat.pow_pos (n := {n}) (show 0 < {b} by decide)",
        $"have hlt{i} := Nat.lt_pow_self (n := {n}) (show 1 < {b} by decide)",
    });

    private static string Plain(string n, List<string> bases) => Script.Lines(
    [
        $"induction {n} with",
        "| zero => first | omega | (simp_all; done) | (simp_all <;> omega) | grind",
        $"| succ {n} ih =>",
        Script.Indent(Script.Lines(
        [
            .. Facts(n, bases),
            $"first | omega | (simp only [{Expand}] at * <;> omega) | (simp only [*, {Expand}] at * <;> omega) | (rcases Nat.eq_zero_or_pos {n} with rfl | hz <;> simp_all [Nat.pow_succ] <;> omega) | grind",
        ])),
    ]);

    private static string WithStride(string n, int stride, List<string> bases)
    {
        var small = Enumerable.Range(0, stride).ToList();
        var cases = $"{string.Join(" ∨ ", small.Select(c => $"{n} = {c}"))} ∨ ∃ k, {n} = k + {stride}";
        var opened = string.Join(" | ", small.Select(_ => "_"));
        return Script.Lines(
        [
            $"induction {n} using Nat.strongRecOn with",
            $"| _ {n} ih =>",
            Script.Indent(Script.Lines(
            [
                $"rcases (show {cases} from by rcases {n} with {opened} | {n} <;> simp) with {string.Join(" | ", small.Select(_ => "rfl"))} | ⟨k, rfl⟩",
                .. small.Select(_ => "· first | omega | (simp_all; done) | decide"),
                Script.Bullet(Script.Lines(
                [
                    .. Facts("k", bases),
                    "have ihk := ih k (by omega)",
                    "clear ih",
                    "simp only [Nat.mul_add, Nat.pow_add, Nat.pow_succ] at *",
                    "omega",
                ])),
            ])),
        ]);
    }

    [GeneratedRegex(@"(?<!\w)([0-9]+) \^")]
    private static partial Regex PowerBase();
}
