using Prover.Core.Formalization.Examination.Evaluation;

namespace Prover.Core.Formalization.Examination.Reading;

/// <summary>Writes terms and propositions as Lean reads them: every numeral with its type, brackets around everything.</summary>
internal static class PropositionWriter
{
    /// <summary>The binders of variables, <c>(n : Nat)</c>.</summary>
    public static string Binders(IEnumerable<Binding> variables) => string.Join(' ', variables.Select(v => $"({v.Name} : {Type(v)})"));

    /// <summary>A proposition; variables that have values are replaced by them.</summary>
    public static string Of(Proposition proposition, Valuation? values = null) => proposition switch
    {
        Proposition.Constant constant => constant.Value ? "True" : "False",
        Proposition.Comparison c => $"{Of(c.Left, values)} {c.Relation} {Of(c.Right, values)}",
        Proposition.Divides d => $"{Of(d.Divisor, values)} ∣ {Of(d.Dividend, values)}",
        Proposition.Not negation => $"¬ ({Of(negation.Inner, values)})",
        Proposition.Binary binary => $"({Of(binary.Left, values)}) {binary.Connective} ({Of(binary.Right, values)})",
        Proposition.Quantified q => $"{(q.IsUniversal ? '∀' : '∃')} {Binders([q.Variable])}, {Of(q.Body, Without(values, q.Variable.Name))}",
        _ => throw new ArgumentOutOfRangeException(nameof(proposition), proposition, "No such proposition."),
    };

    /// <summary>A term; variables that have values are replaced by them.</summary>
    public static string Of(Term term, Valuation? values = null) => term switch
    {
        Term.Number number => $"({number.Value} : {number.Type})",
        Term.Variable variable => values?[variable.Name] is { } value ? $"({value} : {variable.Type})" : variable.Name,
        Term.Negate negation => $"(-{Of(negation.Inner, values)})",
        Term.Cast cast => $"(({Of(cast.Inner, values)} : Nat) : Int)",
        Term.Binary binary => $"({Of(binary.Left, values)} {binary.Operator} {Of(binary.Right, values)})",
        Term.Call call => $"({call.Function} {string.Join(' ', call.Arguments.Select(a => Of(a, values)))})",
        Term.RangeSum sum => $"(List.sum (List.map (fun ({sum.Index} : Nat) => {Of(sum.Body, Without(values, sum.Index))}) (List.range {Of(sum.Count, values)})))",
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "No such term."),
    };

    private static string Type(Binding variable) => variable.Argument is { } argument ? $"{argument} → {variable.Type}" : $"{variable.Type}";

    private static Valuation? Without(Valuation? values, string name) =>
        values is null ? null : new Valuation(values.Numbers.Where(n => n.Key != name));
}
