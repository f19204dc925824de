using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Lemmas of the library that are about what the goal is about.</summary>
internal sealed class LemmaSteps(ILemmaIndex index) : ITacticSource
{
    private const int Most = 10;

    public IEnumerable<TacticIdea> For(GoalFeatures goal) => index.Find(Printed(goal), Most).Select((lemma, i) => lemma.Shape == LemmaShape.Rule
        ? new TacticIdea($"rw [{lemma.Name}] <;> try ({ClosingSteps.Quick})", "lemma", 1 + (0.05 * i))
        : new TacticIdea($"apply {lemma.Name} <;> try ({ClosingSteps.Quick})", "lemma", 0.9 + (0.05 * i)));

    private static string Printed(GoalFeatures goal) => string.Join('\n', [.. goal.Goal.Context.Select(d => $"{d.Name} : {d.Type}"), $"⊢ {goal.Conclusion}"]);
}
