namespace Prover.Lean.Terms;

/// <summary>Puts terms for bound variables and levels for universe parameters.</summary>
/// <remarks>Recursion is over the part of a term in which something changes; it is given up with an <see cref="InsufficientExecutionStackException"/>
/// before the stack ends, or when the term is
/// too large.</remarks>
internal static class Substitution
{
    // A part counts once for each number of binders that it stands under.
    private const int MaxRewritten = 1_000_000;

    /// <summary>The body of a binder with a term for its variable.</summary>
    public static Expr Instantiate(TermTable table, Expr body, Expr value)
    {
        var known = new Dictionary<(Expr, int), Expr>();
        return At(body, 0);

        Expr At(Expr term, int depth) => term.LooseBoundVariables <= depth ? term : Memo(known, term, depth, () => term switch
        {
            BoundVariable variable when variable.Index == depth => Lift(table, value, depth),
            BoundVariable variable => table.BoundVariable(variable.Index - 1),
            _ => Rebuild(table, term, depth, At),
        });
    }

    /// <summary>A definition's value with levels for its universe parameters.</summary>
    public static Expr Instantiate(TermTable table, Expr value, IReadOnlyList<Name> parameters, IReadOnlyList<Level> levels)
    {
        if (parameters.Count == 0)
        {
            return value;
        }

        var map = parameters.Zip(levels).ToDictionary(p => p.First, p => p.Second);
        var known = new Dictionary<(Expr, int), Expr>();
        return At(value, 0);

        Expr At(Expr term, int depth) => Memo(known, term, 0, () => term switch
        {
            Sort sort => table.Sort(Level(sort.Level)),
            ConstantTerm constant => table.Constant(constant.Name, [.. constant.Levels.Select(Level)]),
            _ => Rebuild(table, term, depth, At),
        });

        Level Level(Level level)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            return level.Kind switch
            {
                LevelKind.Zero => table.Zero,
                LevelKind.Parameter => map.GetValueOrDefault(level.Parameter!) ?? level,
                _ => table.Level(level.Kind, Level(level.First!), level.Second is { } second ? Level(second) : null),
            };
        }
    }

    /// <summary>A term that is moved under more binders.</summary>
    private static Expr Lift(TermTable table, Expr value, int by)
    {
        if (by == 0)
        {
            return value;
        }

        var known = new Dictionary<(Expr, int), Expr>();
        return At(value, 0);

        Expr At(Expr term, int depth) => term.LooseBoundVariables <= depth ? term : Memo(known, term, depth, () => term is BoundVariable variable
            ? table.BoundVariable(variable.Index + by)
            : Rebuild(table, term, depth, At));
    }

    private static Expr Memo(Dictionary<(Expr, int), Expr> known, Expr term, int depth, Func<Expr> make)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (known.Count > MaxRewritten)
        {
            throw new InsufficientExecutionStackException("The term is too large.");
        }

        return known.TryGetValue((term, depth), out var made) ? made : known[(term, depth)] = make();
    }

    private static Expr Rebuild(TermTable table, Expr term, int depth, Func<Expr, int, Expr> at) => term switch
    {
        Application a => table.Application(at(a.Function, depth), at(a.Argument, depth)),
        Binding { IsLambda: true } b => table.Lambda(b.Variable, b.Info, at(b.Type, depth), at(b.Body, depth + 1)),
        Binding b => table.Pi(b.Variable, b.Info, at(b.Type, depth), at(b.Body, depth + 1)),
        Let l => table.Let(l.Variable, at(l.Type, depth), at(l.Value, depth), at(l.Body, depth + 1)),
        Projection p => table.Projection(p.Structure, p.Field, at(p.Value, depth)),
        _ => term,
    };
}
