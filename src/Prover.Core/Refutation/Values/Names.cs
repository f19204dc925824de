using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Values;

/// <summary>The free variables of terms and propositions, variable functions among them.</summary>
internal static class Names
{
    /// <summary>Those of a proposition, in the order in which they occur.</summary>
    public static IReadOnlyList<string> In(Proposition proposition) => [.. Free(proposition).Distinct()];

    /// <summary>Those of a term.</summary>
    public static IReadOnlyList<string> In(Term term) => [.. Free(term).Distinct()];

    /// <summary>What one step of an evaluation costs: the nodes of terms for each part that is a proposition.</summary>
    public static int StepSize(Proposition proposition) => 1 + (Size(proposition) / proposition.All.Count());

    /// <summary>How many nodes there are.</summary>
    public static int Size(Proposition proposition) => 1 + proposition.Parts.Sum(Size) + proposition.Terms.Sum(Size);

    private static int Size(Term term) => 1 + term.Parts.Sum(Size);

    private static IEnumerable<string> Free(Proposition proposition) => proposition is Proposition.Quantified q
        ? Free(q.Body).Where(n => n != q.Variable.Name)
        : proposition.Parts.SelectMany(Free).Concat(proposition.Terms.SelectMany(Free));

    private static IEnumerable<string> Free(Term term) => term switch
    {
        Term.Variable variable => [variable.Name],
        Term.Call call when !call.Function.Contains('.', StringComparison.Ordinal) => call.Parts.SelectMany(Free).Append(call.Function),
        Term.RangeSum sum => Free(sum.Count).Concat(Free(sum.Body).Where(n => n != sum.Index)),
        _ => term.Parts.SelectMany(Free),
    };
}
