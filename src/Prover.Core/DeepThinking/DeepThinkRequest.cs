using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Escalation;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>A statement to think about, and what may be spent on it.</summary>
public sealed record DeepThinkRequest
{
    /// <summary>Lean text that ends in one theorem, with or without <c>:= by sorry</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>What all branches may spend together.</summary>
    public DeepThinkBudget Budget { get; init; } = new();

    /// <summary>The grade that a proof or a refutation must reach.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Why it is thought about; kept with the thought.</summary>
    public EscalationTrigger Trigger { get; init; } = new EscalationTrigger.Wish();

    /// <summary>Seed of whatever is random: labels of answers, requests to models.</summary>
    public int Seed { get; init; }

    /// <summary>Names of the language models to use; null is all that are configured, empty is none.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>When false, the store is neither asked nor told.</summary>
    public bool UseStore { get; init; } = true;

    /// <summary>Folder that keeps the thought, so that it can be stopped and resumed; null keeps nothing.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>Wall-clock time of one candidate's check.</summary>
    public TimeSpan CandidateTimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How deep holes of sketches are taken apart again: 0 only solves the holes of a first sketch.</summary>
    public int MaxDepth { get; init; } = 2;

    /// <summary>Seats of the council at most; models get them in turn, each with another strategy.</summary>
    public int CouncilSeats { get; init; } = 5;

    /// <summary>Tokens of one answer of a model at most; null takes the model's own limit.</summary>
    public int? MaxAnswerTokens { get; init; }
}
