using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Takes a statement apart into variables, hypotheses and a conclusion, and sees that every variable is what it seems.</summary>
internal sealed class Spine
{
    private readonly List<(string Name, Domain? Domain)> _variables = [];
    private readonly List<Formula> _hypotheses = [];

    private Spine(Formula statement) => Conclusion = Walk(statement);

    /// <summary>Variables; those that nothing introduces come first, without a domain.</summary>
    public IReadOnlyList<(string Name, Domain? Domain)> Variables => _variables;

    /// <summary>Hypotheses, none a conjunction.</summary>
    public IReadOnlyList<Formula> Hypotheses => _hypotheses;

    /// <summary>What is to be shown.</summary>
    public Formula Conclusion { get; private set; }

    /// <exception cref="UnsaidException">A variable is introduced twice, or used where it has no meaning.</exception>
    public static Spine Of(Formula statement)
    {
        var spine = new Spine(statement);
        spine.Close();
        return spine;
    }

    private Formula Walk(Formula formula)
    {
        while (true)
        {
            switch (formula)
            {
                case Formula.Bound { Quantifier: not Quantifier.Exists } bound:
                    Declare(bound.Name, bound.Domain);
                    formula = bound.Body;
                    break;
                case Formula.Implies implies:
                    Assume(implies.If);
                    formula = implies.Then;
                    break;
                default:
                    return Tidy(Lift(formula, isGoal: true), isPositive: true);
            }
        }
    }

    private void Assume(Formula condition)
    {
        var lifted = Conjuncts(Lift(condition, isGoal: false)).ToArray();
        foreach (var belongs in lifted.OfType<Formula.Belongs>())
        {
            if (belongs.Of is not Term.Variable(var name))
            {
                throw new UnsaidException("that a compound expression is a whole number is no condition that can be written");
            }

            if (_variables.FindIndex(v => v.Name == name) is >= 0 and var known)
            {
                _variables[known] = _variables[known].Domain is null || _variables[known].Domain == belongs.Domain
                    ? (name, belongs.Domain)
                    : throw new UnsaidException($"two kinds of number are named for '{name}'");
                continue;
            }

            _variables.Add((name, belongs.Domain));
        }

        _hypotheses.AddRange(lifted.Where(f => f is not Formula.Belongs).Select(f => Tidy(f, isPositive: false)));
    }

    private static IEnumerable<Formula> Conjuncts(Formula formula) =>
        formula is Formula.And and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [formula];

    private void Declare(string name, Domain? domain)
    {
        if (_variables.Any(v => v.Name == name))
        {
            throw new UnsaidException($"'{name}' is introduced twice");
        }

        _variables.Add((name, domain));
    }

    /// <summary>Brings numbers that a sentence names in passing ("an integer n is even if …") to its front.</summary>
    private Formula Lift(Formula formula, bool isGoal)
    {
        switch (formula)
        {
            case Formula.Bound { Quantifier: Quantifier.Given or Quantifier.Indefinite } bound when bound.Name[0] != '?':
                if (_variables.Any(v => v.Name == bound.Name) && bound.Body is Formula.Implies)
                {
                    throw new UnsaidException($"'{bound.Name}' is introduced twice");
                }

                if (_variables.FindIndex(v => v.Name == bound.Name) is >= 0 and var at)
                {
                    _variables[at] = _variables[at].Domain is null || _variables[at].Domain == bound.Domain || bound.Quantifier == Quantifier.Given && bound.Domain == Domain.Integer
                        ? (bound.Name, _variables[at].Domain ?? bound.Domain)
                        : throw new UnsaidException($"two kinds of number are named for '{bound.Name}'");
                }
                else
                {
                    _variables.Add((bound.Name, bound.Domain));
                }

                if (bound.Body is Formula.Implies(var said, var rest))
                {
                    Assume(said);
                    return Lift(rest, isGoal);
                }

                return Lift(bound.Body, isGoal);
            case Formula.Bound bound:
                return bound with { Body = isGoal && bound.Quantifier != Quantifier.Exists ? Lift(bound.Body, isGoal) : bound.Body };
            case Formula.And(var left, var right):
                return new Formula.And(Lift(left, isGoal), Lift(right, isGoal));
            case Formula.Or(var left, var right):
                return new Formula.Or(Lift(left, isGoal), Lift(right, isGoal));
            case Formula.Iff(var left, var right) when isGoal:
                return new Formula.Iff(Lift(left, isGoal), Lift(right, isGoal));
            default:
                return formula;
        }
    }

    /// <summary>Numbers spoken of without a name, or as "any", mean every one only in what is to be shown.</summary>
    private static Formula Tidy(Formula formula, bool isPositive) => formula switch
    {
        Formula.Bound { Quantifier: Quantifier.Any or Quantifier.Indefinite or Quantifier.Given } bound => isPositive
            ? bound with { Quantifier = Quantifier.All, Body = Tidy(bound.Body, isPositive) }
            : throw new UnsaidException("in a condition, 'any' or a number without a name can mean some or every one; give it a name, or say 'for all'"),
        Formula.Bound { Quantifier: Quantifier.Exists } bound => bound with { Body = Tidy(bound.Body, isPositive: false) },
        Formula.Bound bound => bound with { Body = Tidy(bound.Body, isPositive) },
        Formula.Not(var inner) => new Formula.Not(Tidy(inner, isPositive: false)),
        Formula.And(var left, var right) => new Formula.And(Tidy(left, isPositive), Tidy(right, isPositive)),
        Formula.Or(var left, var right) => new Formula.Or(Tidy(left, isPositive: false), Tidy(right, isPositive: false)),
        Formula.Iff(var left, var right) => new Formula.Iff(Tidy(left, isPositive: false), Tidy(right, isPositive: false)),
        Formula.Implies(var left, var right) => new Formula.Implies(Tidy(left, isPositive: false), Tidy(right, isPositive)),
        _ => formula,
    };

    private void Close()
    {
        if (Conclusion is Formula.Bound { Quantifier: Quantifier.All } or Formula.Implies)
        {
            Conclusion = Walk(Conclusion);
        }

        var all = _hypotheses.Append(Conclusion).ToArray();
        var bound = all.SelectMany(Build.Binders).Select(b => b.Name).ToHashSet();
        foreach (var name in all.SelectMany(Build.Free).Distinct().Where(n => _variables.All(v => v.Name != n)).ToArray())
        {
            if (bound.Contains(name) || name[0] == '?')
            {
                throw new UnsaidException($"'{name}' is used outside of where it is introduced");
            }

            _variables.Insert(_variables.TakeWhile(v => v.Domain is null).Count(), (name, null));
        }

        Rename();
        foreach (var formula in _hypotheses.Append(Conclusion))
        {
            Unique(formula, [.. _variables.Select(v => v.Name)]);
        }
    }

    private void Rename()
    {
        var names = Rewrite.Names([.. _hypotheses, Conclusion], _variables.Select(v => v.Name));
        for (var i = 0; i < _hypotheses.Count; i++)
        {
            _hypotheses[i] = Rewrite.Rename(_hypotheses[i], names);
        }

        for (var i = 0; i < _variables.Count; i++)
        {
            _variables[i] = (names.GetValueOrDefault(_variables[i].Name, _variables[i].Name), _variables[i].Domain);
        }

        Conclusion = Rewrite.Rename(Conclusion, names);
    }

    private static void Unique(Formula formula, HashSet<string> known)
    {
        switch (formula)
        {
            case Formula.Bound bound:
                Unique(bound.Body, known.Contains(bound.Name) ? throw new UnsaidException($"'{bound.Name}' is introduced twice") : [.. known, bound.Name]);
                break;
            case Formula.Not(var inner):
                Unique(inner, known);
                break;
            case Formula.And(var left, var right):
                Unique(left, known);
                Unique(right, known);
                break;
            case Formula.Or(var left, var right):
                Unique(left, known);
                Unique(right, known);
                break;
            case Formula.Implies(var left, var right):
                Unique(left, known);
                Unique(right, known);
                break;
            case Formula.Iff(var left, var right):
                Unique(left, known);
                Unique(right, known);
                break;
        }
    }
}
