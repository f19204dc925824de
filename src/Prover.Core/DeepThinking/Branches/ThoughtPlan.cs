using Prover.Core.Models;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>Which branches a thought has, and in which order they begin.</summary>
internal static class ThoughtPlan
{
    /// <summary>The plan. Refutation comes first and alone, with a small share: a false statement is worth no other time.</summary>
    public static IReadOnlyList<(BranchPlan Plan, IBranch Branch)> Of(DeepThinkParts parts, IReadOnlyList<LanguageModel> models)
    {
        var branches = new List<(BranchPlan, IBranch)>
        {
            (new BranchPlan("refutation", BranchKind.Refutation, "Look for a counterexample", 8), new SamplerBranch(checker => new OnlyRefutations(parts.Refuter(checker)))),
        };
        if (parts.Engine is { } engine)
        {
            branches.Add((new BranchPlan("engine", BranchKind.Engine, "Calculate: exact engine", 20), new SamplerBranch(_ => engine)));
        }

        branches.Add((new BranchPlan("portfolio", BranchKind.Portfolio, "Try tactic scripts", 12), new SamplerBranch(_ => parts.Portfolio)));
        branches.Add((new BranchPlan("search", BranchKind.Search, "Search over tactics", 25), new SamplerBranch(parts.Search)));
        branches.Add((new BranchPlan("decomposition", BranchKind.Decomposition, "Take it apart by tactics", 25), new DecompositionBranch()));
        if (models.Count > 0)
        {
            branches.Add((new BranchPlan("council", BranchKind.Council, "Council of models", 35), new CouncilBranch(models)));
            branches.Add((new BranchPlan("sketches", BranchKind.Sketches, "Sketches by models", 25), new SketchesBranch(models)));
        }

        return branches;
    }
}
