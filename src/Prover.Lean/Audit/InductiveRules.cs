using Prover.Core.Auditing;
using Prover.Lean.Terms;

namespace Prover.Lean.Audit;

/// <summary>What an inductive type of a text's own must look like, beyond what Lean's kernel demands of it.</summary>
/// <remarks>
/// Kernels up to 4.34.0 have accepted proofs of <c>False</c> that begin with an odd inductive type (lean4#14577, #14613, #14616, #14806,
/// #14807); to ask such a kernel twice does not help. Each rule here takes one road away, at the cost of types that nobody writes:
/// the sort of a type must be readable, so that whether it is a <c>Prop</c> does not depend on how far a kernel computes, nor on levels that it
/// does not simplify; names that the kernel makes up for nested types are not for texts. See also <see cref="Replay.Declarations"/>, which has
/// the types of constructors checked once more in the finished environment.
/// </remarks>
internal static class InductiveRules
{
    /// <exception cref="AuditException">A type breaks a rule.</exception>
    public static void Demand(CompiledText text, TermTable table)
    {
        foreach (var type in text.Constants.OfType<InductiveInfo>().Where(t => !t.IsUnsafe))
        {
            if (ResultSort(text, table, type) is not { } sort)
            {
                throw Refuse(type, "the sort it lives in can't be read off its type (write it as 'Prop', 'Type u' or 'Sort u')");
            }

            if (HasIMax(sort))
            {
                throw Refuse(type, "the sort it lives in is not written plainly (it holds 'imax')");
            }
        }

        if (text.Constants.FirstOrDefault(c => c.Name.Components().Any(p => p is "_nested")) is { } nested)
        {
            throw Refuse(nested, "the kernel keeps names with '_nested' for itself");
        }
    }

    private static Level? ResultSort(CompiledText text, TermTable table, InductiveInfo type)
    {
        try
        {
            return new HeadReduction(table, name => text.Own(name) ?? text.Library.Find(name)?.Info).ResultSort(type.Type);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private static bool HasIMax(Level root)
    {
        var seen = new HashSet<Level>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Level?>([root]);
        while (open.TryPop(out var level))
        {
            if (level is null || !seen.Add(level))
            {
                continue;
            }

            if (level.Kind == LevelKind.IMax)
            {
                return true;
            }

            open.Push(level.First);
            open.Push(level.Second);
        }

        return false;
    }

    private static AuditException Refuse(ConstantInfo constant, string why) =>
        new(new Refusal(RefusalRule.Inductive, $"'{constant.Name.User()}' is not admitted: {why}.") { Constant = constant.Name.User().ToString() });
}
