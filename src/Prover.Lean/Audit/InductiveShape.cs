using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>Whether a constructor's type can be read without a kernel's help: where it speaks of the types that are being declared,
/// it names them plainly, with the same levels and parameters as its own result.</summary>
/// <remarks>
/// A kernel makes recursors in several passes, and in each it decides anew which arguments are recursive, by computing. Kernels up to
/// 4.33.0 could be brought to decide otherwise the second time (lean4#14806). What holds a type only behind a <c>match</c>, or with
/// parameters that are merely equal by computation, is what that takes; unfolding definitions and applying functions is not.
/// </remarks>
internal sealed class InductiveShape(TermTable table, InductiveInfo type, IReadOnlySet<Name> block, Func<Name, ConstantInfo?> find, CancellationToken cancellationToken)
{
    // What honest types need is thousands of times less.
    private const int MaxSteps = 10_000;

    private int _steps;

    /// <summary>What is wrong with a constructor's type; null when nothing is.</summary>
    public string? Objection(ConstructorInfo constructor)
    {
        var at = constructor.Type;
        for (var i = 0; i < type.Parameters; i++)
        {
            if (at is not Binding { IsLambda: false } parameter)
            {
                return "it does not take the parameters of its type";
            }

            at = parameter.Body;
        }

        var depth = type.Parameters;
        for (; at is Binding { IsLambda: false } field; at = field.Body, depth++)
        {
            if (Field(field.Type, depth) is { } objection)
            {
                return objection;
            }
        }

        var (head, arguments) = Spine(at);
        return head is ConstantTerm constant && block.Contains(constant.Name) && arguments.TrueForAll(a => !Mentions(a, block))
            && IsPlain(constant, arguments, depth)
            ? null
            : "what it makes is not written plainly";
    }

    /// <summary>A field's type, and what stands for a type within it. A function must not take what is being declared, as every kernel demands.</summary>
    private string? Field(Expr field, int depth)
    {
        var open = new Stack<(Expr Term, int Depth)>([(field, depth)]);
        while (open.TryPop(out var at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Mentions(at.Term, block))
            {
                continue;
            }

            if (++_steps > MaxSteps || new HeadReduction(table, find).Whnf(at.Term) is not { } reduced)
            {
                return "its type is too large to be looked through";
            }

            if (reduced is Binding binding)
            {
                if (binding.IsLambda)
                {
                    open.Push((binding.Type, at.Depth));
                }
                else if (Mentions(binding.Type, block))
                {
                    return "a field takes what is being declared";
                }

                open.Push((binding.Body, at.Depth + 1));
                continue;
            }

            var (head, arguments) = Spine(reduced);
            if (head is not ConstantTerm constant || !(block.Contains(constant.Name) || find(constant.Name) is InductiveInfo))
            {
                return "a field holds what is being declared, and not plainly";
            }

            if (block.Contains(constant.Name) && !IsPlain(constant, arguments, at.Depth))
            {
                return "a field holds what is being declared with other parameters";
            }

            arguments.ForEach(a => open.Push((a, at.Depth)));
        }

        return null;
    }

    private bool IsPlain(ConstantTerm constant, List<Expr> arguments, int depth)
    {
        if (arguments.Count < type.Parameters || constant.Levels.Count != type.LevelParameters.Count)
        {
            return false;
        }

        for (var i = 0; i < constant.Levels.Count; i++)
        {
            if (constant.Levels[i] is not { Kind: LevelKind.Parameter } level || !level.Parameter!.Equals(type.LevelParameters[i]))
            {
                return false;
            }
        }

        for (var i = 0; i < type.Parameters; i++)
        {
            if (arguments[i] is not BoundVariable variable || variable.Index != depth - 1 - i)
            {
                return false;
            }
        }

        return true;
    }

    private static (Expr Head, List<Expr> Arguments) Spine(Expr term)
    {
        var arguments = new List<Expr>();
        for (; term is Application application; term = application.Function)
        {
            arguments.Add(application.Argument);
        }

        arguments.Reverse();
        return (term, arguments);
    }

    private static bool Mentions(Expr term, IReadOnlySet<Name> names)
    {
        var found = new HashSet<Name>();
        Terms.Mentions.Collect([term], found);
        return names.Overlaps(found);
    }
}
