using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Refutation.Functions;

namespace Prover.Core.Refutation.Searching;

/// <summary>Values at which a statement evaluates to false.</summary>
/// <param name="Values">Of the numbers, and of the functions as calculations.</param>
/// <param name="Functions">The functions as Lean writes them.</param>
/// <param name="How">By which values they were found.</param>
/// <param name="IsCertain">Whether everything was evaluated wholly.</param>
internal sealed record FoundValues(Valuation Values, IReadOnlyDictionary<string, ConcreteFunction> Functions, string How, bool IsCertain);
