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
    public sealed record Declined(string Reason) : FormalizerAnswer;
}
