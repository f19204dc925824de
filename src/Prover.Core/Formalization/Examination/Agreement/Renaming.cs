using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Replaces names of variables.</summary>
internal static class Renaming
{
    /// <summary>The proposition with new names for free variables and functions; bound ones that would catch one get a name of their own.</summary>
    public static Proposition Rename(Proposition proposition, IReadOnlyDictionary<string, string> names) => proposition switch
    {
        Proposition.Comparison c => c with { Left = Rename(c.Left, names), Right = Rename(c.Right, names) },
        Proposition.Divides d => d with { Divisor = Rename(d.Divisor, names), Dividend = Rename(d.Dividend, names) },
        Proposition.Not n => new Proposition.Not(Rename(n.Inner, names)),
        Proposition.Binary b => b with { Left = Rename(b.Left, names), Right = Rename(b.Right, names) },
        Proposition.Quantified q => Bound(q, names),
        _ => proposition,
    };

    public static Term Rename(Term term, IReadOnlyDictionary<string, string> names) => term switch
    {
        Term.Variable v => v with { Name = names.GetValueOrDefault(v.Name, v.Name) },
        Term.Negate n => new Term.Negate(Rename(n.Inner, names)),
        Term.Cast c => new Term.Cast(Rename(c.Inner, names)),
        Term.Binary b => new Term.Binary(b.Operator, Rename(b.Left, names), Rename(b.Right, names)),
        Term.Call c => new Term.Call(names.GetValueOrDefault(c.Function, c.Function), [.. c.Arguments.Select(a => Rename(a, names))], c.Type),
        Term.RangeSum s => new Term.RangeSum(s.Index, Rename(s.Body, Without(names, s.Index)), Rename(s.Count, names)),
        _ => term,
    };

    /// <summary>The proposition with a term in place of a variable.</summary>
    public static Proposition Substitute(Proposition proposition, string name, Term value) => proposition switch
    {
        Proposition.Comparison c => c with { Left = Substitute(c.Left, name, value), Right = Substitute(c.Right, name, value) },
        Proposition.Divides d => d with { Divisor = Substitute(d.Divisor, name, value), Dividend = Substitute(d.Dividend, name, value) },
        Proposition.Not n => new Proposition.Not(Substitute(n.Inner, name, value)),
        Proposition.Binary b => b with { Left = Substitute(b.Left, name, value), Right = Substitute(b.Right, name, value) },
        Proposition.Quantified q when q.Variable.Name != name => q with { Body = Substitute(q.Body, name, value) },
        _ => proposition,
    };

    private static Term Substitute(Term term, string name, Term value) => term switch
    {
        Term.Variable v => v.Name == name ? value : v,
        Term.Negate n => new Term.Negate(Substitute(n.Inner, name, value)),
        Term.Cast c => new Term.Cast(Substitute(c.Inner, name, value)),
        Term.Binary b => new Term.Binary(b.Operator, Substitute(b.Left, name, value), Substitute(b.Right, name, value)),
        Term.Call c => new Term.Call(c.Function, [.. c.Arguments.Select(a => Substitute(a, name, value))], c.Type),
        Term.RangeSum s => new Term.RangeSum(s.Index, s.Index == name ? s.Body : Substitute(s.Body, name, value), Substitute(s.Count, name, value)),
        _ => term,
    };

    private static Proposition.Quantified Bound(Proposition.Quantified quantified, IReadOnlyDictionary<string, string> names)
    {
        var name = quantified.Variable.Name;
        var own = names.Values.Contains(name) ? name + "'" : name;
        var inner = new Dictionary<string, string>(names, StringComparer.Ordinal) { [name] = own };
        return quantified with { Variable = quantified.Variable with { Name = own }, Body = Rename(quantified.Body, inner) };
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> names, string name) =>
        names.Where(n => n.Key != name).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);
}
