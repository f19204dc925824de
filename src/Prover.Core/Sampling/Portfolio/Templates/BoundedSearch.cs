using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Writes the script of <see cref="BoundedDecideTemplate"/>.</summary>
internal sealed partial class BoundedSearch(GoalFeatures goal)
{
    private const int MaxPower = 200;

    private readonly List<Scalar> _variables = [.. goal.Integers];
    private readonly List<string> _lines = ["apply Classical.byContradiction; intro hng"];
    private readonly List<(int Base, string Exponent)> _powers = [.. NumeralPower().Matches(goal.Statement)
        .Select(m => (int.Parse(m.Groups[1].ValueSpan, provider: null), m.Groups[2].Value))];

    private int[] Ladder => _variables.Count switch
    {
        1 => [5, 10, 20, 40, 80, 160, 320, 640, 1300],
        2 => [4, 7, 11, 15, 20, 27, 37, 50, 75, 101],
        _ => [5, 10, 16, 21],
    };

    public string Write()
    {
        foreach (var v in _variables.Where(v => v.Kind == NumberKind.Int))
        {
            _lines.Add($"have hnn_{v.Name} : 0 ≤ {v.Name} := by omega");
            _lines.Add($"obtain ⟨{Natural(v)}, rfl⟩ : ∃ k : Nat, {v.Name} = k := ⟨{v.Name}.toNat, by omega⟩");
        }

        var facts = Facts().Select((fact, i) => (Name: $"hf{i}", fact.Claim, fact.Proof)).ToList();
        _lines.AddRange(facts.Select(f => $"try have {f.Name} : {f.Claim} := {f.Proof}"));

        // Fails at once where no bound is to be had.
        _lines.AddRange(_variables.Where(v => PowerOf(v) is null).Select(Gate));
        _lines.AddRange(_variables.Select(Bound));
        var clearFacts = facts.Select(f => $"try clear {f.Name}").ToList();
        var substituted = Substitute(clearFacts);
        _lines.AddRange(clearFacts);
        _lines.AddRange(_variables.Select(v => $"try clear hgate_{v.Name}"));
        _lines.AddRange(_variables.Where(v => v.Kind == NumberKind.Int).Select(v => $"try clear hnn_{v.Name}"));
        _lines.Add(Script.Evaluate(
            goal.Hypotheses.Where(h => h != substituted?.Hypothesis).OrderBy(h => Cost(h.Type)).Select(h => h.Name),
            _variables.Where(v => v != substituted?.Variable).Reverse().Select(v => $"revert hb_{v.Name}; revert {Natural(v)}")));
        return Script.Lines(_lines);
    }

    private static string Natural(Scalar v) => v.Kind == NumberKind.Int ? v.Name + "_k" : v.Name;

    /// <summary>How products and powers bound their factors; omega takes both for atoms.</summary>
    private IEnumerable<(string Claim, string Proof)> Facts()
    {
        for (var i = 0; i < _variables.Count; i++)
        {
            var a = Natural(_variables[i]);
            foreach (var b in _variables.Skip(i + 1).Where(_ => Product().IsMatch(goal.Statement)).Select(Natural))
            {
                yield return ($"{a} * {b} = {b} * {a}", $"Nat.mul_comm {a} {b}");
                yield return ($"{a} + {b} ≤ {a} * {b} + 1", $"by (rcases {a} with _ | u; · omega); (rcases {b} with _ | w; · omega); simp only [Nat.add_mul, Nat.mul_add] at *; omega");
                yield return ($"{a} ≤ {a} * {b}", $"Nat.le_mul_of_pos_right {a} (by omega)");
                yield return ($"{b} ≤ {a} * {b}", $"Nat.le_mul_of_pos_left {b} (by omega)");
            }

            var exponents = Regex.Matches(goal.Statement, $@"(?<!\w){Regex.Escape(_variables[i].Name)} \^ ([0-9]+)").Select(m => m.Groups[1].Value);
            foreach (var exponent in exponents.Distinct())
            {
                yield return ($"{a} ≤ {a} ^ {exponent}", $"Nat.le_self_pow (by decide) {a}");
            }
        }
    }

    private int? PowerOf(Scalar v) => _powers.Find(p => p.Exponent == v.Name) is { Base: > 1 and var @base } ? @base : null;

    private string Gate(Scalar v) => $"have hgate_{v.Name} : {Natural(v)} < {Ladder[^1]} := by omega";

    private string Bound(Scalar v)
    {
        var steps = Ladder.Select(n => $"have hb_{v.Name} : {Natural(v)} < {n} := by omega");
        return PowerOf(v) is { } @base
            ? $"first | ({PowerBound(v, @base)}) | (have hgate_{v.Name} : {Natural(v)} < {Ladder[^1]} := (by omega); first {string.Join(' ', steps.Select(s => $"| ({s})"))}) | fail"
            : Script.FirstOf(steps);
    }

    /// <summary>For <c>b ^ v</c> in the statement: v &lt; K where b ^ K exceeds every numeral.</summary>
    private string PowerBound(Scalar v, int @base)
    {
        var largest = goal.Numerals.Count == 0 ? 1 : goal.Numerals[^1];
        var bound = 1;
        for (BigInteger power = @base; power <= largest && bound < MaxPower; power *= @base)
        {
            bound++;
        }

        var others = string.Concat(_powers.Where(p => p.Exponent != v.Name).Select(p =>
        {
            var positive = $"(Nat.pow_pos (n := {p.Exponent}) (show 0 < {p.Base} by decide))";
            return $"have h2 := Nat.le_mul_of_pos_right ({@base} ^ {v.Name}) {positive}; have h3 := Nat.le_mul_of_pos_left ({@base} ^ {v.Name}) {positive}; ";
        }));
        return $"have hb_{v.Name} : {Natural(v)} < {bound} := by (apply Nat.lt_of_not_le; intro hh; have h1 := Nat.pow_le_pow_right (show {@base} > 0 by decide) hh; {others}omega)";
    }

    /// <summary>Saves a dimension of the box where a hypothesis gives a variable in terms of the others.</summary>
    private (Scalar Variable, Declaration Hypothesis)? Substitute(List<string> clearFacts)
    {
        var choices =
            from h in goal.Hypotheses
            from v in _variables
            where v.Kind == NumberKind.Nat && h.Type.StartsWith(v.Name + " = ", StringComparison.Ordinal)
                && !LeanNames.Mentions(h.Type[v.Name.Length..], v.Name)
            select ((Scalar, Declaration)?)(v, h);
        if (choices.FirstOrDefault() is not var (variable, hypothesis))
        {
            return null;
        }

        _lines.AddRange([.. clearFacts, $"try clear hgate_{variable.Name}", $"try clear hb_{variable.Name}", $"subst {hypothesis.Name}"]);
        return (variable, hypothesis);
    }

    // Equations are seldom true; remainders and high powers take long.
    private static int Cost(string type) => Equation().IsMatch(type) ? 0 : Costly().IsMatch(type) ? 2 : 1;

    [GeneratedRegex(@"(?<!\w)([0-9]{1,9}) \^ ([\p{L}]\w*)")]
    private static partial Regex NumeralPower();

    [GeneratedRegex(@"[\w₀-₉)] \* [(\p{L}]")]
    private static partial Regex Product();

    [GeneratedRegex("^[^∧∨¬]* = ")]
    private static partial Regex Equation();

    [GeneratedRegex(@"%|∣|\^ [3-9]|\^ [0-9][0-9]")]
    private static partial Regex Costly();
}
