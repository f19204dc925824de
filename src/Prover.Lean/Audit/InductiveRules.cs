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
    public static void Demand(CompiledText text, TermTable table, CancellationToken cancellationToken)
    {
        foreach (var type in text.Constants.OfType<InductiveInfo>().Where(t => !t.IsUnsafe))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ResultSort(text, table, type) is not { } sort)
            {
                throw Refuse(type, "the sort it lives in can't be read off its type (write it as 'Prop', 'Type u' or 'Sort u')");
            }

            if (!IsPlain(sort))
            {
                throw Refuse(type, "the sort it lives in is not written plainly (it holds 'imax', or is 'Prop' by another name)");
            }

            // Only the first type's levels reach the kernel.
            if (type.All is [var first, ..] && text.Own(first) is InductiveInfo leader
                && (leader.Parameters != type.Parameters || !leader.LevelParameters.SequenceEqual(type.LevelParameters)))
            {
                throw Refuse(type, "types that are declared together must have the same parameters");
            }

            Constructors(text, table, type, cancellationToken);
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

    private static void Constructors(CompiledText text, TermTable table, InductiveInfo type, CancellationToken cancellationToken)
    {
        var shape = new InductiveShape(table, type, type.All.ToHashSet(), name => text.Own(name) ?? text.Library.Find(name)?.Info, cancellationToken);
        foreach (var constructor in type.Constructors.Select(text.Own).OfType<ConstructorInfo>())
        {
            string? objection;
            try
            {
                objection = shape.Objection(constructor);
            }
            catch (InsufficientExecutionStackException)
            {
                objection = "its type is nested too deep";
            }

            if (objection is not null)
            {
                throw Refuse(constructor, objection);
            }
        }
    }

    /// <summary>Whether a kernel that looks for <c>Prop</c> itself sees whether a sort is one: no <c>imax</c>, and a level that is zero
    /// whatever is put for its parameters is zero as it stands.</summary>
    private static bool IsPlain(Level root)
    {
        var (isZero, mayBeMore) = (root.Kind == LevelKind.Zero, false);
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
                return false;
            }

            mayBeMore |= level.Kind is LevelKind.Successor or LevelKind.Parameter;

            open.Push(level.First);
            open.Push(level.Second);
        }

        return isZero || mayBeMore;
    }

    private static AuditException Refuse(ConstantInfo constant, string why) =>
        new(new Refusal(RefusalRule.Inductive, $"'{constant.Name.User()}' is not admitted: {why}.") { Constant = constant.Name.User().ToString() });
}
