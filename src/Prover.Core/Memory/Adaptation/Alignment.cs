using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Lays two terms over each other from their roots down, as far as they go together.</summary>
internal static class Alignment
{
    /// <summary>How far they go together: 1 for terms that differ only in names, 0 for those with different roots.</summary>
    public static double Overlap(Term source, Term target) => Matched(source, target) / Math.Max(source.Size, target.Size);

    /// <summary>Calls back for each two leaves, variables or numbers, that lie on each other.</summary>
    public static void Leaves(Term source, Term target, Action<Term, Term> visit)
    {
        if (source.Kind == target.Kind && source.Kind is TermKind.Local or TermKind.Numeral)
        {
            visit(source, target);
        }
        else if (Root(source, target) > 0)
        {
            for (var i = 0; i < Math.Min(source.Children.Count, target.Children.Count); i++)
            {
                Leaves(source.Children[i], target.Children[i], visit);
            }
        }
    }

    private static double Matched(Term source, Term target)
    {
        var matched = Root(source, target);
        for (var i = 0; matched > 0 && i < Math.Min(source.Children.Count, target.Children.Count); i++)
        {
            matched += Matched(source.Children[i], target.Children[i]);
        }

        return matched;
    }

    private static double Root(Term source, Term target) =>
        source.Label == target.Label ? (source.Children.Count == target.Children.Count ? 1 : 0.5)
        : source.Kind == TermKind.Numeral && target.Kind == TermKind.Numeral ? 0.5
        : Operators.IsOrder(source.Text) && Operators.IsOrder(target.Text) ? 0.5
        : 0;
}
