using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Sampling;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>What a deep thinker is put together from.</summary>
public sealed record DeepThinkParts
{
    /// <summary>Runs Lean.</summary>
    public required ILeanChecker Checker { get; init; }

    /// <summary>Compiles trusted statements where no submission is seen.</summary>
    public required StatementCompiler Statements { get; init; }

    /// <summary>Carries proofs to the grades above the first; null can't.</summary>
    public IProofAuditor? Auditor { get; init; }

    /// <summary>Keeps verified proofs, those of subgoals too; null keeps none.</summary>
    public IProofStore? Store { get; init; }

    /// <summary>Proposes refutations, for a checker; of what it proposes only those count.</summary>
    public required Func<ILeanChecker, IProofSampler> Refuter { get; init; }

    /// <summary>The exact engine; null where there is none.</summary>
    public IProofSampler? Engine { get; init; }

    /// <summary>Tactic scripts.</summary>
    public required IProofSampler Portfolio { get; init; }

    /// <summary>The search over tactics for a checker: what it asks Lean must be counted where the branch's checks are.</summary>
    public required Func<ILeanChecker, IProofSampler> Search { get; init; }

    /// <summary>The language models; none is no error.</summary>
    public required ILanguageModels Models { get; init; }

    /// <summary>The prompts.</summary>
    public required PromptLibrary Prompts { get; init; }
}
