using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>Sequences of a goal that are sums with a closed form, in an order in which each needs only those before it.</summary>
/// <param name="setting">Reads and writes terms.</param>
internal sealed class ClosedSums(SumSetting setting)
{
    private const int MaxDepth = 4;

    private readonly List<ClosedSum> _steps = [];

    public SumSetting Setting => setting;

    /// <summary>The sums with their closed forms.</summary>
    public IReadOnlyList<ClosedSum> Steps => _steps;

    /// <summary>Denominators of the closed forms, of their next values and of what lies between.</summary>
    public IEnumerable<Polynomial> Denominators => _steps.SelectMany(s => s.Denominators);

    /// <summary>Finds a sequence's closed form, those of the sums in it first; what has none is left as it is.</summary>
    public void Close(string function, int depth = 0)
    {
        if (depth > MaxDepth || setting.IsClosed(function) || setting.RuleOf(function) is not { } rule)
        {
            return;
        }

        foreach (var other in Functions(rule.Next).Where(f => f != function).Distinct())
        {
            Close(other, depth + 1);
        }

        if (setting.StepOf(rule) is { IsZero: false } step && Sum(step) is { } sum && ExpressionText.Constant(rule.Given[0].Value) is { } first && AtZero(sum) is { } zero)
        {
            var closed = new ClosedSum(rule, step, sum + HypergeometricSum.Of(RationalFunction.Constant(first - zero)));
            if (closed.Denominators.All(d => Signs.IsPositive(d, 0)))
            {
                setting.Close(function, closed.Form);
                _steps.Add(closed);
            }
        }
    }

    /// <summary>Tactics after which the goal knows the closed forms, and how atoms go on; null where some atom's sign is not shown.</summary>
    public string? Script(SumLemmas lemmas, HelperList helpers)
    {
        List<string> lines =
        [
            "have nonneg : ∀ k : Nat, (0 : Rat) ≤ (k : Rat) := fun k => by exact_mod_cast Nat.zero_le k",
            "have cast_next : ∀ k : Nat, ((k + 1 : Nat) : Rat) = (k : Rat) + 1 := fun k => by push_cast; rfl",
        ];
        foreach (var (atom, i) in setting.Atoms.Select((a, i) => (a, i)))
        {
            if (atom.Function is null)
            {
                lines.Add($"have pos{i} : ∀ k : Nat, 0 < {atom.Text("k")} := fun k => Rat.pow_pos (by decide)");
                lines.Add($"have next{i} : ∀ k : Nat, {atom.Text("(k + 1)")} = {atom.Next(atom.Text("k"), "(k : Rat)")} := fun k => Rat.pow_succ ..");
                continue;
            }

            var rule = setting.RuleOf(atom.Function)!;
            var next = HypergeometricSum.Atom(i) * HypergeometricSum.Of(atom.Ratio);
            if (lemmas.Less("0", atom.Next($"p{i}", "a"), true, next, 0, []) is not { } positive)
            {
                return null;
            }

            lines.Add(NextValue($"next{i}", rule));
            lines.Add($"have pos{i} : ∀ k : Nat, 0 < {atom.Text("k")} := by");
            lines.Add("  intro k");
            lines.Add("  induction k with");
            lines.Add($"  | zero => rw [{rule.Given[0].Hypothesis}]; decide");

            // Of the other atoms nothing is known yet, and nothing is asked: any positive numbers do.
            lines.Add($"  | succ k ih => rw [next{i} k]; exact {positive} (k : Rat) {string.Join(' ', setting.Atoms.Select((_, j) => j == i ? $"({atom.Text("k")})" : "1"))} (nonneg k) {string.Join(' ', setting.Atoms.Select((_, j) => j == i ? "ih" : "(by decide)"))}");
        }

        foreach (var (rule, _, form) in _steps)
        {
            var known = _steps.TakeWhile(s => s.Rule != rule).Select(s => s.Rule.Function);
            var step = lemmas.Equal(setting.WriteAbstract(rule.Next, rule.Index), setting.AbstractForm(form, 1), Denominators);
            lines.Add(NextValue($"next_{rule.Function}", rule));
            lines.Add($"have closed_{rule.Function} : ∀ k : Nat, {setting.ValueText(rule.Function, "k")} = {setting.Form(form, "k")} := by");
            lines.Add("  intro k");
            lines.Add("  induction k with");
            lines.Add($"  | zero => rw [{rule.Given[0].Hypothesis}]; {string.Concat(setting.Atoms.Where(a => a.Function is not null).Select(a => $"try rw [{setting.RuleOf(a.Function!)!.Given[0].Hypothesis}]; "))}first | grind | (simp; done) | (simp; grind)");
            lines.Add("  | succ k ih =>");
            lines.Add($"    rw [next_{rule.Function} k, ih]");
            lines.AddRange(known.Select(f => $"    try rw [closed_{f} k]"));
            lines.AddRange(Rewrites("k").Select(r => "    " + r));
            lines.Add($"    all_goals exact {step} {lemmas.Arguments("k", "(nonneg k)")}");
        }

        return Sampling.Portfolio.Script.Lines(lines);
    }

    /// <summary>Tactics that write what stands at the next index by what stands at this one.</summary>
    public IEnumerable<string> Rewrites(string index) =>
    [
        .. setting.Atoms.SelectMany((_, i) => new[] { $"try rw [next{i} ({index} + 1)]", $"try rw [next{i} {index}]" }),
        $"try rw [cast_next {index}]",
    ];

    private string NextValue(string name, SequenceRule rule) =>
        $"have {name} : ∀ k : Nat, {setting.ValueText(rule.Function, "(k + 1)")} = {setting.Write(rule.Next, rule.Index, "k")} := fun k => by "
        + (setting.IsRational(rule.Function) ? $"exact {rule.Hypothesis} k" : $"rw [{rule.Hypothesis}]; push_cast; first | rfl | grind");

    private HypergeometricSum? Sum(HypergeometricSum step)
    {
        var sum = HypergeometricSum.Zero;
        foreach (var (exponents, factor) in step.Terms)
        {
            var growth = RationalFunction.One;
            for (var i = 0; i < exponents.Length; i++)
            {
                for (var e = 0; e < Math.Abs(exponents[i]); e++)
                {
                    growth = exponents[i] > 0 ? growth * setting.Atoms[i].Ratio : growth / setting.Atoms[i].Ratio;
                }
            }

            if (Gosper.Antidifference(factor.Shift(1) / factor * growth) is not { } y)
            {
                return null;
            }

            sum += HypergeometricSum.Of(y * factor, exponents);
        }

        return sum;
    }

    /// <summary>The value at 0; null at a pole.</summary>
    private Rational? AtZero(HypergeometricSum sum)
    {
        Rational value = 0;
        foreach (var (exponents, factor) in sum.Terms)
        {
            if (factor.At(0) is not { } product)
            {
                return null;
            }

            for (var i = 0; i < exponents.Length; i++)
            {
                for (var e = 0; e < Math.Abs(exponents[i]); e++)
                {
                    product = exponents[i] > 0 ? product * setting.Atoms[i].Start : product / setting.Atoms[i].Start;
                }
            }

            value += product;
        }

        return value;
    }

    private static IEnumerable<string> Functions(Expression expression) => expression switch
    {
        Expression.Apply apply => Functions(apply.Argument).Prepend(apply.Function),
        Expression.Binary binary => Functions(binary.Left).Concat(Functions(binary.Right)),
        Expression.Negate negate => Functions(negate.Inner),
        Expression.Cast cast => Functions(cast.Inner),
        _ => [],
    };
}

/// <summary>A sum with its closed form.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Step">What is added from n to n + 1.</param>
/// <param name="Form">Its value at n.</param>
internal sealed record ClosedSum(SequenceRule Rule, HypergeometricSum Step, HypergeometricSum Form)
{
    /// <summary>Denominators of the form, of its next value and of what lies between.</summary>
    public IEnumerable<Polynomial> Denominators =>
        Form.Terms.SelectMany(t => new[] { t.Factor.Denominator, t.Factor.Shift(1).Denominator }).Concat(Step.Terms.Select(t => t.Factor.Denominator));
}
