namespace Prover.Core.Formalization.English.Syntax;

/// <summary>What a noun phrase such as "three consecutive odd integers" says of the numbers it names.</summary>
internal sealed record NumberKind
{
    /// <summary>What they range over; null where the phrase does not say.</summary>
    public Domain? Domain { get; init; }

    /// <summary>What holds for each.</summary>
    public IReadOnlyList<Func<Term, Formula>> Conditions { get; init; } = [];

    /// <summary>Every two of them differ.</summary>
    public bool AreDistinct { get; init; }

    /// <summary>Each is so much more than the one before; 0 where nothing is said.</summary>
    public int Step { get; init; }

    /// <summary>How many, where a count is given.</summary>
    public int? Count { get; init; }

    /// <summary>Whether the noun is in the plural.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Everything that is said of these terms; none where that is nothing.</summary>
    public IEnumerable<Formula> About(IReadOnlyList<Term> terms) =>
    [
        .. terms.SelectMany(t => Conditions.Select(c => c(t))),
        .. AreDistinct ? Build.Distinct(terms) : [],
        .. Step > 0 ? Build.Consecutive(terms, Step) : [],
    ];
}

/// <summary>Variables that are introduced, and what is said of them.</summary>
/// <param name="Names">The variables.</param>
/// <param name="Domain">What they range over; null where the text does not say.</param>
/// <param name="Conditions">What is said of them.</param>
internal sealed record Declaration(IReadOnlyList<string> Names, Domain? Domain, IReadOnlyList<Formula> Conditions)
{
    /// <summary>A formula about them, for every such number or for some.</summary>
    public Formula Bind(Quantifier quantifier, Formula body)
    {
        var inner = Conditions.Count == 0 ? body
            : quantifier == Quantifier.Exists ? new Formula.And(Build.All(Conditions), body)
            : new Formula.Implies(Build.All(Conditions), body);
        return Names.Reverse().Aggregate(inner, (formula, name) => new Formula.Bound(quantifier, name, Domain, formula));
    }

    /// <summary>That there are such numbers.</summary>
    public Formula Exist() => Conditions.Count == 0
        ? throw new InvalidOperationException("Nothing is said of the numbers.")
        : Names.Reverse().Aggregate(Build.All(Conditions), (formula, name) => new Formula.Bound(Quantifier.Exists, name, Domain, formula));
}
