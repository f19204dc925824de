using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Sampling.Portfolio.Templates;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Cases: values of a bounded variable, remainders, order of two variables, constructors.</summary>
internal sealed partial class CaseSteps : ITacticSource
{
    /// <summary>Values of a variable that are told apart all at once; see <see cref="Algebra.IntervalSteps"/> for more.</summary>
    internal const int MostValues = 25;

    private const string Origin = "cases";
    private const int LargestModulus = 12;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var h = Fresh.Name(goal, "hc");
        foreach (var data in goal.Data.Take(3))
        {
            if (data.Type == "Bool" || data.Type.StartsWith("Option ", StringComparison.Ordinal) || goal.IsTree(data))
            {
                yield return new TacticIdea($"cases {data.Name} <;> try ({ClosingSteps.Quick})", Origin, 0.6);
            }
            else if (data.Type == "Prop")
            {
                yield return new TacticIdea($"by_cases {h} : {data.Name} <;> try ({ClosingSteps.Quick})", Origin, 0.5);
            }
        }

        foreach (var variable in goal.Integers.Take(3))
        {
            if (IntervalTemplate.BoundsOf(goal, variable) is var (low, high) && high - low < MostValues && low <= high)
            {
                var values = Enumerable.Range(low, high - low + 1).Select(c => $"{variable.Name} = {(c < 0 ? $"({c})" : c.ToString(CultureInfo.InvariantCulture))}").ToList();
                yield return new TacticIdea(
                    Script.Lines($"have {h} : {string.Join(" ∨ ", values)} := by omega", $"rcases {h} with {string.Join(" | ", values.Select(_ => "rfl"))} <;> try ({ClosingSteps.Quick} | (simp_all; done))"),
                    Origin, 0.6)
                { MaxHeartbeats = 40_000 };
            }

            foreach (var modulus in Moduli(goal).Take(3))
            {
                var remainders = Enumerable.Range(0, modulus).Select(r => $"{variable.Name} % {modulus} = {r}").ToList();
                yield return new TacticIdea(
                    Script.Lines($"have {h} : {string.Join(" ∨ ", remainders)} := by omega", $"rcases {h} with {string.Join(" | ", remainders.Select(_ => h))} <;> try ({ClosingSteps.Quick})"),
                    Origin, 0.7 + (0.05 * modulus))
                { MaxHeartbeats = 40_000 };
            }

            if (variable.Kind == NumberKind.Nat)
            {
                yield return new TacticIdea($"rcases {variable.Name} with _ | {variable.Name} <;> try ({ClosingSteps.Quick})", Origin, 1);
            }
            else
            {
                yield return new TacticIdea($"rcases Int.le_total 0 {variable.Name} with {h} | {h} <;> try ({ClosingSteps.Quick})", Origin, 1.1);
            }
        }

        var pairs = goal.Integers.Take(3).SelectMany((v, i) => goal.Integers.Take(3).Skip(i + 1).Where(w => w.Kind == v.Kind).Select(w => (v, w)));
        foreach (var (v, w) in pairs)
        {
            yield return new TacticIdea($"rcases {v.Kind}.lt_trichotomy {v.Name} {w.Name} with {h} | {h} | {h} <;> try ({ClosingSteps.Quick})", Origin, 1.1);
        }
    }

    private static IEnumerable<int> Moduli(GoalFeatures goal) => Modulus().Matches(goal.Statement)
        .Select(m => int.Parse(m.Groups["m"].ValueSpan, CultureInfo.InvariantCulture))
        .Where(m => m is > 1 and <= LargestModulus).Distinct().Order()
        .Concat(goal.HasAny("^*") ? [2, 3, 4, 8] : Array.Empty<int>()).Distinct();

    [GeneratedRegex(@"% (?<m>[0-9]{1,6})(?![0-9])|(?<![0-9])(?<m>[0-9]{1,6}) ∣")]
    private static partial Regex Modulus();
}
