using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A rational recurrence of order two whose inverses are in arithmetic progression: <c>f (k + s) = l / (A k + B)</c> by induction,
/// the step being an identity of fractions with positive denominators.</summary>
internal sealed class HarmonicTemplate : IScriptTemplate
{
    private const int Compared = 20;

    public string Name => "harmonic";

    public int? MaxHeartbeats => null;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (Recurrence.In(goal) is { Kind: NumberKind.Rat, HasPremise: false, Order: 2 } sequence
            && PeriodTemplate.PeriodOf(sequence) is null && InversesOf(sequence) is var (start, difference))
        {
            var scale = Lcm(start.Denominator, difference.Denominator);
            yield return Write(goal, sequence, scale, (difference * scale).Numerator, (start * scale).Numerator);
        }
    }

    /// <summary>First term and difference of the progression of inverses; null where they are in none.</summary>
    private static (Rational Start, Rational Difference)? InversesOf(Recurrence sequence)
    {
        var inverses = Enumerable.Range(sequence.First, Math.Min(Compared, sequence.End - sequence.First)).Select(i => sequence[i].Inverse).ToList();
        var difference = inverses[1] - inverses[0];
        return inverses.Skip(1).Zip(inverses, (next, previous) => next - previous).All(d => d == difference) ? (inverses[0], difference) : null;
    }

    private static BigInteger Lcm(BigInteger a, BigInteger b) => a * b / BigInteger.GreatestCommonDivisor(a, b);

    private static string Write(GoalFeatures goal, Recurrence sequence, BigInteger l, BigInteger a, BigInteger b)
    {
        var (f, s) = (sequence.Function, sequence.First);
        return Script.Lines(
        [
            $"have C : ∀ k : Nat, {f} (k + {s}) = {l} / ({a} * (k:Rat) + {b}) ∧ {f} (k + {s + 1}) = {l} / ({a} * ((k:Rat) + 1) + {b}) := by",
            "  intro k",
            "  induction k with",
            "  | zero => constructor <;> simp [*] <;> grind",
            "  | succ k ih =>",
            Script.Indent(
                $$"""
                obtain ⟨f0, f1⟩ := ih
                have hk : (0:Rat) ≤ (k:Rat) := by exact_mod_cast Nat.zero_le k
                have e := {{sequence.Rule}} (k + {{s + 2 - sequence.Offset}})
                have i1 : k + 1 + {{s}} = k + {{s + 1}} := by omega
                have i2 : k + 1 + {{s + 1}} = k + {{s + 2}} := by omega
                have hc : ((k + 1 : Nat) : Rat) = (k : Rat) + 1 := by simp
                rw [i1, i2, hc]
                refine ⟨f1, ?_⟩
                simp only [Nat.add_assoc, Nat.reduceAdd] at e
                rw [f0, f1] at e
                rw [e]
                clear e i1 i2 hc f0 f1
                clear {{string.Join(' ', goal.Hypotheses.Select(h => h.Name))}}
                generalize (k:Rat) = u at *
                have hp : 0 < {{a}} * u + {{b}} := by grind
                have h1 : {{a}} * u + {{b}} ≠ 0 := by grind
                have h2 : {{a}} * (u + 1) + {{b}} ≠ 0 := by grind
                have h3 : {{a}} * (u + 1 + 1) + {{b}} ≠ 0 := by grind
                have hI : ∀ v : Rat, v ≠ 0 → v * v⁻¹ = 1 := fun v hv => Rat.mul_inv_cancel v hv
                grind
                """.ReplaceLineEndings("\n"),
                4),
            .. sequence.Asked.Where(n => n >= s).Select((n, i) => Script.Lines(
                $"have a{i} : {f} {n} = {new Rational(l, (a * (n - s)) + b)} := by",
                $"  have c := (C {n - s}).1",
                "  simp only [Nat.reduceAdd] at c",
                "  rw [c]",
                "  simp <;> grind")),
            "clear C",
            PeriodTemplate.Finish(sequence, "first | done | decide | rfl"),
        ]);
    }
}
