using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Whether a type of the text's own holds its parameters plainly: where another type is put for one, so that it is nested in this,
/// a kernel need not compute to see what is recursive.</summary>
internal sealed class CarriedParameters(TermTable table, Func<Name, ConstantInfo?> find, Func<Name, ConstantInfo?> declared)
{
    private const int MostParameters = 64;

    private readonly HashSet<(Name, ulong)> _seen = [];

    /// <summary>Looks at all constructors of the type's block, and of those that it passes its parameters on to.</summary>
    /// <param name="type">The type.</param>
    /// <param name="marked">For each of its parameters, whether something that matters is put for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public bool IsPlain(InductiveInfo type, IEnumerable<bool> marked, CancellationToken cancellationToken)
    {
        var open = new Stack<(InductiveInfo Type, ulong Marked)>();
        if (!Push(type, marked))
        {
            return false;
        }

        while (open.TryPop(out var at))
        {
            foreach (var constructor in at.Type.All.Select(declared).OfType<InductiveInfo>().SelectMany(t => t.Constructors).Select(declared).OfType<ConstructorInfo>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Constructor(constructor, at.Type, at.Marked))
                {
                    return false;
                }
            }
        }

        return true;

        bool Push(InductiveInfo next, IEnumerable<bool> bits)
        {
            ulong mask = 0;
            var at = 0;
            foreach (var bit in bits)
            {
                if (at == MostParameters)
                {
                    return false;
                }

                mask |= bit ? 1UL << at : 0;
                at++;
            }

            if (mask != 0 && _seen.Add((next.Name, mask)))
            {
                open.Push((next, mask));
            }

            return true;
        }

        bool Constructor(ConstructorInfo constructor, InductiveInfo of, ulong mask)
        {
            var depth = 0;
            for (var term = constructor.Type; term is Binding { IsLambda: false } binding; term = binding.Body, depth++)
            {
                if (depth >= of.Parameters && !Field(binding.Type, depth, of, mask))
                {
                    return false;
                }
            }

            return true;
        }

        bool Field(Expr field, int depth, InductiveInfo of, ulong mask)
        {
            var parts = new Stack<(Expr Term, int Depth)>([(field, depth)]);
            while (parts.TryPop(out var at))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Holds(at.Term, at.Depth, mask))
                {
                    continue;
                }

                switch (new HeadReduction(table, find).Whnf(at.Term))
                {
                    case Binding binding:
                        parts.Push((binding.Type, at.Depth));
                        parts.Push((binding.Body, at.Depth + 1));
                        break;
                    case { } reduced when InductiveShape.Spine(reduced) is var (head, arguments)
                        && (head is BoundVariable || (head is ConstantTerm constant && find(constant.Name) is InductiveInfo)):
                        arguments.ForEach(a => parts.Push((a, at.Depth)));
                        if (head is ConstantTerm { Name: var name } && declared(name) is InductiveInfo next && !of.All.Contains(name)
                            && !Push(next, arguments.Take(next.Parameters).Select(a => Holds(a, at.Depth, mask))))
                        {
                            return false;
                        }

                        break;
                    default:
                        return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether a term under some binders, the outermost of which are the parameters, holds one that is marked.</summary>
    private static bool Holds(Expr root, int depth, ulong mask)
    {
        var seen = new HashSet<(Expr, int)>();
        var open = new Stack<(Expr Term, int Depth)>([(root, depth)]);
        while (open.TryPop(out var at))
        {
            if (at.Term.LooseBoundVariables == 0 || !seen.Add(at))
            {
                continue;
            }

            if (at.Term is BoundVariable variable && at.Depth - 1 - variable.Index is >= 0 and < MostParameters and var level && (mask >> level & 1) != 0)
            {
                return true;
            }

            var children = at.Term.Children;
            for (var i = 0; i < children.Count; i++)
            {
                open.Push((children[i], at.Depth + (at.Term is Binding or Let && i == children.Count - 1 ? 1 : 0)));
            }
        }

        return false;
    }
}
