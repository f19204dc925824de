using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>The quantifiers in front of a proposition, neighbours of one kind together, and what follows.</summary>
internal sealed record Prefix(IReadOnlyList<(bool IsUniversal, IReadOnlyList<Binding> Variables)> Blocks, Proposition Matrix)
{
    public IEnumerable<Binding> Variables => Blocks.SelectMany(b => b.Variables);

    public static Prefix Of(Proposition proposition)
    {
        var blocks = new List<(bool IsUniversal, IReadOnlyList<Binding> Variables)>();
        while (proposition is Proposition.Quantified { Variable.Argument: null } q)
        {
            if (blocks is [.., var last] && last.IsUniversal == q.IsUniversal)
            {
                blocks[^1] = (q.IsUniversal, [.. last.Variables, q.Variable]);
            }
            else
            {
                blocks.Add((q.IsUniversal, [q.Variable]));
            }

            proposition = q.Body;
        }

        return new Prefix(blocks, proposition);
    }

    /// <summary>Same quantifiers over the same kinds of numbers, the variables of a block in any order.</summary>
    public bool HasShapeOf(Prefix other) => Blocks.Count == other.Blocks.Count && Blocks.Zip(other.Blocks).All(p =>
        p.First.IsUniversal == p.Second.IsUniversal
        && p.First.Variables.Select(v => v.Type).Order().SequenceEqual(p.Second.Variables.Select(v => v.Type).Order()));

    /// <summary>For people: <c>∀∃</c>.</summary>
    public override string ToString() => Blocks.Count == 0
        ? "none"
        : string.Join(' ', Blocks.Select(b => $"{(b.IsUniversal ? '∀' : '∃')} {string.Join(' ', b.Variables.Select(v => $"{v.Name} : {v.Type}"))}"));
}
