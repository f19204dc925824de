using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>The same formula with other terms or binders.</summary>
internal static class Rewrite
{
    /// <summary>Changes the outermost terms, and the binders.</summary>
    public static Formula Formula(Formula formula, Func<Term, Term> term, Func<Formula.Bound, Formula.Bound> binder)
    {
        Formula Again(Formula f) => Formula(f, term, binder);
        return formula switch
        {
            Formula.Compare c => c with { Left = term(c.Left), Right = term(c.Right) },
            Formula.Divides(var divisor, var multiple) => new Formula.Divides(term(divisor), term(multiple)),
            Formula.Congruent(var left, var right, var modulus) => new Formula.Congruent(term(left), term(right), term(modulus)),
            Formula.Parity p => p with { Of = term(p.Of) },
            Formula.Prime p => p with { Of = term(p.Of) },
            Formula.PerfectPower p => p with { Of = term(p.Of) },
            Formula.Belongs b => b with { Of = term(b.Of) },
            Formula.Not n => new Formula.Not(Again(n.Of)),
            Formula.And a => new Formula.And(Again(a.Left), Again(a.Right)),
            Formula.Or o => new Formula.Or(Again(o.Left), Again(o.Right)),
            Formula.Implies i => new Formula.Implies(Again(i.If), Again(i.Then)),
            Formula.Iff i => new Formula.Iff(Again(i.Left), Again(i.Right)),
            Formula.Bound b => binder(b) with { Body = Again(b.Body) },
            _ => formula,
        };
    }

    /// <summary>Puts terms in the place of variables.</summary>
    public static Term Substitute(Term term, Func<string, Term?> value) => term switch
    {
        Term.Variable v => value(v.Name) ?? v,
        Term.Binary b => b with { Left = Substitute(b.Left, value), Right = Substitute(b.Right, value) },
        Term.Negation n => new Term.Negation(Substitute(n.Of, value)),
        Term.Factorial f => new Term.Factorial(Substitute(f.Of, value)),
        Term.Absolute a => new Term.Absolute(Substitute(a.Of, value)),
        Term.Series s => new Term.Series(
            (value(s.Index) as Term.Variable)?.Name ?? s.Index, Substitute(s.From, value), Substitute(s.To, value), Substitute(s.Body, value)),
        _ => term,
    };

    /// <summary>The first letters that are free, for the numbers without a name.</summary>
    public static Dictionary<string, string> Names(IReadOnlyCollection<Formula> formulas, IEnumerable<string> variables)
    {
        var terms = formulas.SelectMany(Build.Terms).ToArray();
        var series = terms.SelectMany(Build.Parts).OfType<Term.Series>().Select(s => s.Index).ToArray();
        var used = formulas.SelectMany(Build.Binders).Select(b => b.Name).Concat(terms.SelectMany(Build.Variables)).Concat(variables).Concat(series).ToHashSet();
        var free = new Queue<string>(Letters.Where(l => !used.Contains(l)));
        var names = new Dictionary<string, string>();
        foreach (var anonymous in used.Where(n => n.StartsWith('?')).OrderBy(n => n, NumberedNames))
        {
            names[anonymous] = series.Contains(anonymous) ? (used.Contains("k") ? "i" : "k")
                : free.TryDequeue(out var letter) ? letter : throw new UnsaidException("too many numbers are spoken of");
        }

        return names;
    }

    /// <summary>The same formula with other names for some variables.</summary>
    public static Formula Rename(Formula formula, IReadOnlyDictionary<string, string> names) => names.Count == 0 ? formula : Formula(
        formula,
        term => Substitute(term, n => names.TryGetValue(n, out var name) ? new Term.Variable(name) : null),
        b => names.TryGetValue(b.Name, out var name) ? b with { Name = name } : b);

    private static readonly string[] Letters = ["a", "b", "c", "d", "m", "n", "k", "x", "y", "z", "u", "v", "w", "p", "q", "r", "s", "t"];

    private static readonly Comparer<string> NumberedNames = Comparer<string>.Create(
        (x, y) => (x.Length, x) is var a && (y.Length, y) is var b ? a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y) : 0);
}
