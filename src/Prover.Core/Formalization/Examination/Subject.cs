using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination;

/// <summary>What is examined: a statement that elaborates, as Lean understands it, beside the problem and what others make of it.</summary>
/// <param name="Problem">The problem in natural language.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Others">Independent statements of the same problem that elaborate.</param>
internal sealed record Subject(InformalProblem Problem, ReadStatement Statement, IReadOnlyList<ReadStatement> Others);
