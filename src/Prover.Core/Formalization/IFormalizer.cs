using Prover.Core.Models;

namespace Prover.Core.Formalization;

/// <summary>Proposes a Lean statement for a problem in natural language: a grammar, or a language model with a prompt.</summary>
/// <remarks>Thread-safe. Formalizers are independent of each other: none sees what another says.</remarks>
public interface IFormalizer
{
    /// <summary>Short name, kept with what it proposes.</summary>
    string Name { get; }

    /// <summary>Proposes a statement, or says why it can't. What it proposes elaborates.</summary>
    Task<FormalizerAnswer> FormalizeAsync(InformalProblem problem, ModelSession models, CancellationToken cancellationToken = default);
}

/// <summary>Who formalizes and who judges, by the language models that may be used.</summary>
public interface IFormalizers
{
    /// <summary>The formalizers; the first counts most where nothing else decides.</summary>
    /// <param name="models">Names of language models; null is all that are configured, empty is none.</param>
    IReadOnlyList<IFormalizer> Of(IReadOnlyList<string>? models);

    /// <summary>The judge; null where there is no model for it.</summary>
    /// <param name="models">As for <see cref="Of"/>.</param>
    IFaithfulnessJudge? JudgeOf(IReadOnlyList<string>? models);
}

/// <summary>A problem in natural language.</summary>
/// <param name="Text">Its text; may hold LaTeX.</param>
/// <param name="Name">Name for the theorem.</param>
/// <param name="HasMathlib">Whether the statement may use Mathlib.</param>
public sealed record InformalProblem(string Text, string Name, bool HasMathlib);

/// <summary>What a formalizer says.</summary>
public abstract record FormalizerAnswer
{
    private FormalizerAnswer()
    {
    }

    /// <summary>A statement.</summary>
    public sealed record Proposed(FormalStatement Statement) : FormalizerAnswer
    {
        /// <summary>What was taken for granted where the problem says nothing, such as the kind of a number; for people.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <summary>It can't formalize this problem.</summary>
    /// <param name="Reason">Why, and what would help, for people.</param>
    public sealed record Declined(string Reason) : FormalizerAnswer
    {
        /// <summary>True where it has a statement, but Lean could not be asked about it: nothing is known then.</summary>
        public bool LeanFailed { get; init; }
    }
}
