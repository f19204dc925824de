using System.Numerics;
using Prover.Core.Auditing;
using Prover.Lean.Audit;
using Prover.Lean.Terms;

namespace Prover.Lean.Replay;

/// <summary>The declarations of a text in an order in which each comes after all that it rests on.</summary>
/// <remarks>Unsafe and partial ones are left out: an audited theorem does not reach them, and no safe constant can. After each block of types come
/// claims <c>T → True</c> for the type <c>T</c> of each of its constructors: the kernel looks at those in a makeshift environment only, in which
/// parts of nested types are hidden from it (lean4#14577); to state such a claim, <c>T</c> must hold up in the finished one.</remarks>
internal sealed class Declarations
{
    /// <summary>What the names of claims begin with.</summary>
    public const string CheckWord = "_prover_check";

    private static readonly Name CheckPrefix = new(Name.Anonymous, CheckWord);

    private Declarations(IReadOnlyList<string> imports, IReadOnlyList<Declaration> items) => (Imports, Items) = (imports, items);

    /// <summary>Names of the modules to start from.</summary>
    public IReadOnlyList<string> Imports { get; }

    public IReadOnlyList<Declaration> Items { get; }

    /// <summary>Puts the constants of a text in order.</summary>
    public static Declarations Of(CompiledText text, TermTable table, CancellationToken cancellationToken = default)
    {
        var units = Units(text);
        var order = new List<Declaration>();
        var entered = new HashSet<Declaration>(ReferenceEqualityComparer.Instance);
        var path = new Stack<(Declaration Unit, IEnumerator<Name> Mentioned)>();
        foreach (var first in units.Values)
        {
            Enter(first);
            while (path.TryPeek(out var at))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!at.Mentioned.MoveNext())
                {
                    var unit = path.Pop().Unit;
                    order.Add(unit);
                    order.AddRange(unit.Members.OfType<ConstructorInfo>().Select(c => new Declaration([Check(c, table)])));
                }
                else if (units.TryGetValue(at.Mentioned.Current, out var next))
                {
                    // In a circle one comes first, and the kernel finds that what it rests on is not there.
                    Enter(next);
                }
            }
        }

        return new Declarations([.. text.Imports.Select(i => i.Module.ToString())], order);

        void Enter(Declaration unit)
        {
            if (entered.Add(unit))
            {
                path.Push((unit, unit.Mentioned().GetEnumerator()));
            }
        }
    }

    /// <summary>What is declared at once, by every name that belongs to it: a constant, or the types of a mutual block with all that the kernel
    /// makes of them.</summary>
    private static Dictionary<Name, Declaration> Units(CompiledText text)
    {
        var units = new Dictionary<Name, Declaration>();
        var blocks = new Dictionary<Name, List<ConstantInfo>>();
        foreach (var constant in text.Constants.Where(c => !c.IsUnsafe))
        {
            var block = constant switch
            {
                InductiveInfo type => First(type.All),
                ConstructorInfo constructor => text.Own(constructor.Inductive) is InductiveInfo type ? First(type.All) : null,
                RecursorInfo recursor => First(recursor.All),
                _ => null,
            };
            if (block is not null)
            {
                (blocks.TryGetValue(block, out var members) ? members : blocks[block] = []).Add(constant);
            }
            else
            {
                units[constant.Name] = new Declaration([constant]);
            }
        }

        foreach (var members in blocks.Values)
        {
            Demand(members);
            var unit = new Declaration(members);
            members.ForEach(m => units[m.Name] = unit);
        }

        return units;
    }

    private static TheoremInfo Check(ConstructorInfo constructor, TermTable table)
    {
        var name = constructor.Name.Components().Aggregate(CheckPrefix, (prefix, part) => part is string text ? new Name(prefix, text) : new Name(prefix, (BigInteger)part));
        var (yes, proof) = (table.Constant(Name.Of("True"), []), table.Constant(Name.Of("True.intro"), []));
        var variable = new Name(Name.Anonymous, "x");
        return new TheoremInfo(
            name,
            constructor.LevelParameters,
            table.Pi(variable, BinderInfo.Default, constructor.Type, yes),
            table.Lambda(variable, BinderInfo.Default, constructor.Type, proof),
            [name]);
    }

    private static Name? First(IReadOnlyList<Name> names) => names.Count > 0 ? names[0] : null;

    /// <summary>A block must hold each of its types once, and each of their constructors.</summary>
    private static void Demand(List<ConstantInfo> members)
    {
        var types = members.OfType<InductiveInfo>().ToList();
        var named = types.Select(t => t.Name).ToHashSet();
        var constructors = members.OfType<ConstructorInfo>().Select(c => c.Name).ToHashSet();
        if (types.Count == 0 || !types.All(t => t.All.Count == types.Count && named.SetEquals(t.All))
            || !constructors.SetEquals(types.SelectMany(t => t.Constructors)))
        {
            var name = members[0].Name;
            throw new AuditException(new Refusal(RefusalRule.File, $"The block of types that '{name}' belongs to is not complete.") { Constant = name.ToString() });
        }
    }
}

/// <summary>One declaration: a single constant, or an inductive block (types, constructors, recursors).</summary>
internal sealed record Declaration(IReadOnlyList<ConstantInfo> Members)
{
    /// <summary>What it rests on: of a block, what its types and constructors mention; the rest the kernel makes by itself.</summary>
    public IEnumerable<Name> Mentioned()
    {
        var found = new HashSet<Name>();
        Mentions.Collect(Members.Where(m => m is not RecursorInfo).SelectMany(m => m.Values.Prepend(m.Type)), found);
        found.ExceptWith(Members.Select(m => m.Name));
        return found;
    }
}
