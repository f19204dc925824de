using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Memory.Terms;

/// <summary>Tells types of data from propositions, by their text alone.</summary>
internal static class TypeKinds
{
    private static readonly HashSet<string> MathlibTypes = new(
        ["ℝ", "ℂ", "NNReal", "ENNReal", "Set", "Finset", "Multiset", "Polynomial", "Matrix", "ZMod", "Equiv", "Subtype", "×", "⊕", "ℕ+", "PNat"],
        StringComparer.Ordinal);

    /// <summary>Whether values of the type are data. What is not known is taken for a proposition.</summary>
    /// <param name="type">The type.</param>
    /// <param name="context">What stands before it in the context: a variable of a type that is a variable is data (<c>x : α</c>), a proof of one
    /// that is a proposition (<c>h : p</c>) is not.</param>
    public static bool IsData(Term type, IReadOnlyList<LocalTerm> context) => type.Kind switch
    {
        TermKind.Local => context[type.Index].Type.Text != "Prop",
        TermKind.Symbol when type.Text == "→" => type.Children.Count == 2 && IsData(type.Children[1], context),
        TermKind.Symbol when type.Text == "∀" => type.Children.Count > 0 && IsData(type.Children[^1], context),
        TermKind.Symbol when Operators.IsRelation(type.Text) || Operators.IsConnective(type.Text) => false,
        TermKind.Symbol when type.Text == "apply" => false,
        TermKind.Symbol => MathlibTypes.Contains(type.Text) || GoalFeatures.IsDataType(type.Text),
        _ => false,
    };
}
