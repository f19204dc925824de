using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Values;

namespace Prover.Core.Refutation.Searching;

/// <summary>Which values are tried, in which order of the variables.</summary>
/// <param name="How">Its name, kept with what it finds.</param>
/// <param name="Order">The variables.</param>
/// <param name="Stream">The values of one.</param>
internal sealed record SearchPlan(string How, IReadOnlyList<Binding> Order, Func<VariableFacts, WorkMeter, ValueStream> Stream);
