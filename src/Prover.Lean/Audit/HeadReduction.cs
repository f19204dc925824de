using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Unfolds definitions and applies functions at the head of a term: what any kernel does alike, whatever is put for its variables.</summary>
internal sealed class HeadReduction(TermTable table, Func<Name, ConstantInfo?> find)
{
    // What honest types need is a handful of steps.
    private const int MaxSteps = 1_000;
    private const int MaxTerms = 1_000_000;

    // A large text has a large table before anything is computed.
    private readonly int _most = table.Count + MaxTerms;

    private int _steps;

    /// <summary>The sort that a type ends in, after all its arguments; null where none can be read off.</summary>
    public Level? ResultSort(Expr type)
    {
        while (_steps++ < MaxSteps && table.Count < _most)
        {
            switch (type)
            {
                case Sort sort:
                    return sort.Level;
                case Binding { IsLambda: false } pi:
                    type = pi.Body;
                    break;
                case Let let:
                    type = Substitution.Instantiate(table, let.Body, let.Value);
                    break;
                default:
                    if (Unfold(type) is not { } next)
                    {
                        return null;
                    }

                    type = next;
                    break;
            }
        }

        return null;
    }

    /// <summary>A term of which the head shows; null where that takes too long.</summary>
    public Expr? Whnf(Expr term)
    {
        while (_steps++ < MaxSteps && table.Count < _most)
        {
            var next = term is Let let ? Substitution.Instantiate(table, let.Body, let.Value) : Unfold(term);
            if (next is null)
            {
                return term;
            }

            term = next;
        }

        return null;
    }

    private Expr? Unfold(Expr term)
    {
        var arguments = new Stack<Expr>();
        while (term is Application application)
        {
            arguments.Push(application.Argument);
            term = application.Function;
        }

        if (term is ConstantTerm constant && find(constant.Name) is DefinitionInfo definition && definition.LevelParameters.Count == constant.Levels.Count)
        {
            term = Substitution.Instantiate(table, definition.Value, definition.LevelParameters, constant.Levels);
        }
        else if (term is not Binding { IsLambda: true } || arguments.Count == 0)
        {
            return null;
        }

        while (arguments.TryPop(out var argument))
        {
            term = term is Binding { IsLambda: true } lambda
                ? Substitution.Instantiate(table, lambda.Body, argument)
                : table.Application(term, argument);
        }

        return term;
    }
}
