using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Induction on numbers and on trees: plain, strong, from n to n + 2, and with other variables left general.</summary>
internal sealed class InductionSteps : ITacticSource
{
    private const string Origin = "induction";

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var ih = Fresh.Name(goal, "ih");
        foreach (var (variable, i) in goal.Naturals.Take(3).Select((v, i) => (v.Name, i)))
        {
            var isUsed = LeanNames.Mentions(goal.Conclusion, variable);
            var cost = (isUsed ? 0.6 : 1.5) + (0.2 * i);
            var close = $"try ({ClosingSteps.Quick} | (simp_all; done))";
            yield return new TacticIdea(
                Script.Lines($"induction {variable} with", $"| zero => {close}", $"| succ {variable} {ih} => skip"), Origin, cost);
            var others = goal.Naturals.Concat(goal.Scalars.Where(s => s.Kind != NumberKind.Nat)).Select(v => v.Name).Where(v => v != variable).Distinct().ToList();
            if (others.Count > 0)
            {
                yield return new TacticIdea(
                    Script.Lines($"induction {variable} generalizing {string.Join(' ', others)} with", $"| zero => {close}", $"| succ {variable} {ih} => skip"), Origin, cost + 0.4);
            }

            yield return new TacticIdea(
                Script.Lines(
                    $"induction {variable} using Nat.strongRecOn with",
                    $"| _ {variable} {ih} =>",
                    $"  rcases {variable} with _ | _ | {variable} <;> {close}"),
                Origin, cost + 0.3)
            { MaxHeartbeats = 20_000 };
            yield return new TacticIdea(Script.Lines($"induction {variable} using Nat.strongRecOn with", $"| _ {variable} {ih} => skip"), Origin, cost + 0.6);
        }

        foreach (var data in goal.Data.Where(goal.IsTree).Take(2))
        {
            yield return new TacticIdea($"induction {data.Name} <;> try ({ClosingSteps.Quick} | (simp_all; done))", Origin, 0.6);
            var others = goal.Data.Concat(goal.Scalars.Select(s => new Declaration(s.Name, string.Empty))).Select(d => d.Name).Where(n => n != data.Name && LeanNames.Mentions(goal.Conclusion, n)).ToList();
            if (others.Count > 0)
            {
                yield return new TacticIdea($"induction {data.Name} generalizing {string.Join(' ', others)} <;> try ({ClosingSteps.Quick} | (simp_all; done))", Origin, 0.9);
            }
        }
    }
}
