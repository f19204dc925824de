namespace Prover.Core.Formalization.English.Syntax;

/// <summary>Makes terms and formulas, and looks into them.</summary>
internal static class Build
{
    public static Term Zero { get; } = new Term.Number(0);

    public static Term Number(int value) => new Term.Number(value);

    public static Term Plus(Term term, int more) => more == 0 ? term : new Term.Binary(Operator.Add, term, Number(more));

    public static Term Multiply(Term left, Term right) => new Term.Binary(Operator.Multiply, left, right);

    public static Term Power(Term term, int exponent) => new Term.Binary(Operator.Power, term, Number(exponent));

    public static Formula Equal(Term left, Term right) => new Formula.Compare(left, Relation.Equal, right);

    public static Formula All(IEnumerable<Formula> formulas) => formulas.Aggregate((a, b) => new Formula.And(a, b));

    public static Formula Any(IEnumerable<Formula> formulas) => formulas.Aggregate((a, b) => new Formula.Or(a, b));

    /// <summary>Every two of them differ.</summary>
    public static IEnumerable<Formula> Distinct(IReadOnlyList<Term> terms) =>
        terms.SelectMany((left, i) => terms.Skip(i + 1).Select(right => (Formula)new Formula.Compare(left, Relation.NotEqual, right)));

    /// <summary>Each is so much more than the one before it.</summary>
    public static IEnumerable<Formula> Consecutive(IReadOnlyList<Term> terms, int step) =>
        terms.Skip(1).Select((term, i) => Equal(term, Plus(terms[i], step)));

    /// <summary>The term and all its parts.</summary>
    public static IEnumerable<Term> Parts(Term term) => term switch
    {
        Term.Binary b => [term, .. Parts(b.Left), .. Parts(b.Right)],
        Term.Negation n => [term, .. Parts(n.Of)],
        Term.Factorial f => [term, .. Parts(f.Of)],
        Term.Absolute a => [term, .. Parts(a.Of)],
        Term.Series s => [term, .. Parts(s.From), .. Parts(s.To), .. Parts(s.Body)],
        _ => [term],
    };

    /// <summary>The terms that a formula speaks of, without those inside them.</summary>
    public static IEnumerable<Term> Terms(Formula formula) => formula switch
    {
        Formula.Compare c => [c.Left, c.Right],
        Formula.Divides d => [d.Divisor, d.Multiple],
        Formula.Congruent c => [c.Left, c.Right, c.Modulus],
        Formula.Parity p => [p.Of],
        Formula.Prime p => [p.Of],
        Formula.PerfectPower p => [p.Of],
        Formula.Belongs b => [b.Of],
        Formula.Not n => Terms(n.Of),
        Formula.And a => [.. Terms(a.Left), .. Terms(a.Right)],
        Formula.Or o => [.. Terms(o.Left), .. Terms(o.Right)],
        Formula.Implies i => [.. Terms(i.If), .. Terms(i.Then)],
        Formula.Iff i => [.. Terms(i.Left), .. Terms(i.Right)],
        Formula.Bound b => Terms(b.Body),
        _ => [],
    };

    /// <summary>The variables of a term that it does not bind itself.</summary>
    public static IEnumerable<string> Variables(Term term) => term switch
    {
        Term.Variable v => [v.Name],
        Term.Binary b => Variables(b.Left).Concat(Variables(b.Right)),
        Term.Negation n => Variables(n.Of),
        Term.Factorial f => Variables(f.Of),
        Term.Absolute a => Variables(a.Of),
        Term.Series s => [.. Variables(s.From), .. Variables(s.To), .. Variables(s.Body).Where(v => v != s.Index)],
        _ => [],
    };

    /// <summary>The variables of a formula that it does not bind itself, in the order of the text.</summary>
    public static IEnumerable<string> Free(Formula formula) => formula switch
    {
        Formula.Not n => Free(n.Of),
        Formula.And a => Free(a.Left).Concat(Free(a.Right)),
        Formula.Or o => Free(o.Left).Concat(Free(o.Right)),
        Formula.Implies i => Free(i.If).Concat(Free(i.Then)),
        Formula.Iff i => Free(i.Left).Concat(Free(i.Right)),
        Formula.Bound b => Free(b.Body).Where(v => v != b.Name),
        _ => Terms(formula).SelectMany(Variables),
    };

    /// <summary>The variables that a formula binds.</summary>
    public static IEnumerable<Formula.Bound> Binders(Formula formula) => formula switch
    {
        Formula.Not n => Binders(n.Of),
        Formula.And a => Binders(a.Left).Concat(Binders(a.Right)),
        Formula.Or o => Binders(o.Left).Concat(Binders(o.Right)),
        Formula.Implies i => Binders(i.If).Concat(Binders(i.Then)),
        Formula.Iff i => Binders(i.Left).Concat(Binders(i.Right)),
        Formula.Bound b => Binders(b.Body).Prepend(b),
        _ => [],
    };
}
