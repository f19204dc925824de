using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Hypotheses that hold for all, at chosen values; equations that hold for all, as rules.</summary>
internal sealed partial class InstantiationSteps : ITacticSource
{
    private const string Origin = "instantiate";
    private const int MostTerms = 7;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        var h = Fresh.Name(goal, "hi");
        var universal = goal.Hypotheses.Where(u => u.Type.StartsWith('∀')).Take(4).ToList();
        foreach (var hypothesis in universal)
        {
            if (StrongHypothesis().IsMatch(hypothesis.Type))
            {
                // What a recurrence of order two or three asks of a strong induction.
                foreach (var variable in goal.Naturals.Take(2).Select(v => v.Name))
                {
                    var instances = Enumerable.Range(0, 3).Select(i => $"try have {h}{i} := {hypothesis.Name} ({variable} + {i}) (by omega)");
                    yield return new TacticIdea(Script.Lines([.. instances, $"try ({ClosingSteps.Quick} | grind)"]), Origin, 0.5) { MaxHeartbeats = 40_000 };
                }
            }

            var binders = Binders().Match(hypothesis.Type).Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var terms = Terms(goal).Distinct().Take(MostTerms).ToList();
            if (binders.Length == 1)
            {
                foreach (var (term, i) in terms.Select((t, i) => (t, i)))
                {
                    var instance = $"have {h} := {hypothesis.Name} {term}";
                    yield return new TacticIdea(
                        TopLevel.IndexOf(hypothesis.Type, " → ") > 0 ? $"first | {instance} (by {ClosingSteps.Quick}) | {instance}" : instance, Origin, 0.7 + (0.08 * i)).ThenTry();
                }

                // Several at once: what a chain of instances needs.
                var numbers = Enumerable.Range(0, 4).Select(n => $"have {h}{n} := {hypothesis.Name} {n}");
                yield return new TacticIdea(Script.Lines(numbers), Origin, 0.8).ThenTry();
            }
            else if (binders.Length == 2)
            {
                foreach (var (term, i) in terms.Take(4).SelectMany(a => terms.Take(4).Select(b => $"{a} {b}")).Select((t, i) => (t, i)))
                {
                    yield return new TacticIdea($"have {h} := {hypothesis.Name} {term}", Origin, 0.8 + (0.04 * i)).ThenTry();
                }
            }

            if (hypothesis.Type.Contains(" = ", StringComparison.Ordinal))
            {
                yield return new TacticIdea($"rw [{hypothesis.Name}]", Origin, 0.6).ThenTry();
                yield return new TacticIdea($"simp only [{hypothesis.Name}]", Origin, 0.7);
            }
        }

        var rules = goal.Hypotheses.Where(u => u.Type.Contains(" = ", StringComparison.Ordinal)).Select(u => u.Name).ToList();
        if (rules.Count > 0)
        {
            yield return new TacticIdea($"simp [{string.Join(", ", rules)}]", Origin, 0.8);
            yield return new TacticIdea($"grind only [{string.Join(", ", rules)}]", Origin, 0.5) { MustClose = true, MaxHeartbeats = 40_000 };
        }
    }

    private static IEnumerable<string> Terms(GoalFeatures goal) =>
    [
        .. goal.Integers.Take(3).Select(v => v.Name),
        .. Arguments().Matches(goal.Conclusion).Select(m => m.Groups["term"].Value).Where(t => t.Length < 24),
        "0", "1",
        .. goal.Integers.Take(2).SelectMany(v => new[] { $"({v.Name} + 1)", $"({v.Name} - 1)" }),
        "2",
        .. goal.Numerals.Where(n => n > 2 && n < 10_000).Take(4).Select(n => n.ToString(CultureInfo.InvariantCulture)),
    ];

    [GeneratedRegex(@"^∀ \(?(?<m>[^\s,:()]+)( : [^,]*)?\)?, \k<m> < ")]
    private static partial Regex StrongHypothesis();

    [GeneratedRegex(@"^∀ \(?(?<names>[^,:()]+)( : [^,]*)?\)?, ")]
    private static partial Regex Binders();

    [GeneratedRegex(@"(?<![\w₀-₉'])[a-zA-Z][\w₀-₉']* (?<term>\([^()]+\)|[0-9]+)")]
    private static partial Regex Arguments();
}
