namespace Prover.Lean.Terms;

/// <summary>Which constants occur in terms and constants.</summary>
public static class Mentions
{
    /// <summary>Names of all constants that a constant mentions in its type and its values, or is bound up with; each once, without its own.</summary>
    public static IReadOnlyCollection<Name> Mentioned(this ConstantInfo constant)
    {
        ArgumentNullException.ThrowIfNull(constant);
        var found = new HashSet<Name>();
        Collect([constant.Type, .. constant.Values], found);
        found.UnionWith(constant.Relatives);
        found.Remove(constant.Name);
        return found;
    }

    /// <summary>Adds the names of all constants that occur in terms. What a literal stands for counts too.</summary>
    public static void Collect(IEnumerable<Expr> terms, ISet<Name> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var seen = new HashSet<Expr>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Expr>(terms);
        while (open.TryPop(out var term))
        {
            if (term is BoundVariable or Sort || !seen.Add(term))
            {
                continue;
            }

            switch (term)
            {
                case ConstantTerm constant:
                    found.Add(constant.Name);
                    break;
                case Application application:
                    open.Push(application.Function);
                    open.Push(application.Argument);
                    break;
                case Binding binding:
                    open.Push(binding.Type);
                    open.Push(binding.Body);
                    break;
                case Let let:
                    open.Push(let.Type);
                    open.Push(let.Value);
                    open.Push(let.Body);
                    break;
                case Projection projection:
                    found.Add(projection.Structure);
                    open.Push(projection.Value);
                    break;
                case NaturalLiteral:
                    found.Add(NaturalType);
                    break;
                case StringLiteral:
                    found.Add(StringType);
                    break;
            }
        }
    }

    private static readonly Name NaturalType = Name.Of("Nat");
    private static readonly Name StringType = Name.Of("String");
}
