using Prover.Rounds.Makers.Existence;
using Prover.Rounds.Makers.Fields;
using Prover.Rounds.Makers.Functions;
using Prover.Rounds.Makers.Identities;
using Prover.Rounds.Makers.Inequalities;
using Prover.Rounds.Makers.Logic;
using Prover.Rounds.Makers.Recurrences;
using Prover.Rounds.Makers.Residues;
using Prover.Rounds.Makers.Systems;

namespace Prover.Rounds.Makers;

/// <summary>The makers that there are.</summary>
public static class ProblemMakers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IProblemMaker> All { get; } =
    [
        new TemplateMaker("identities", "identities", [.. ExpansionTemplates.All, .. ConditionalTemplates.All]),
        new TemplateMaker("residues", "residues", [.. ResidueTemplates.All, .. PolynomialResidueTemplates.All, .. ExponentialTemplates.All]),
        new TemplateMaker("sums", "recurrences", SumTemplates.All),
        new TemplateMaker("recurrences", "recurrences", [.. RecurrenceTemplates.All, .. FibonacciTemplates.All]),
        new TemplateMaker("inequalities", "inequalities", [.. SquareTemplates.All, .. GrowthTemplates.All]),
        new TemplateMaker("systems", "systems", [.. LinearTemplates.All, .. FactoredTemplates.All]),
        new TemplateMaker("functions", "functions", [.. Functions.EquationTemplates.All, .. OrderTemplates.All]),
        new TemplateMaker("existence", "existence", [.. WitnessTemplates.All, .. DivisorTemplates.All]),
        new TemplateMaker("logic", "logic", LogicTemplates.All),
        new TemplateMaker("fields", "fields", [.. Fields.EquationTemplates.All, .. FunctionTemplates.All, .. InequalityTemplates.All]),
    ];

    /// <summary>The families, in order.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. All.Select(m => m.Family).Distinct()];

    /// <summary>The makers of these families.</summary>
    /// <exception cref="ArgumentException">There is no family of a name.</exception>
    public static IReadOnlyList<IProblemMaker> Of(IReadOnlyCollection<string> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        return families.FirstOrDefault(f => !Families.Contains(f)) is { } unknown
            ? throw new ArgumentException($"There is no family '{unknown}'. There are: {string.Join(", ", Families)}.", nameof(families))
            : [.. All.Where(m => families.Contains(m.Family))];
    }
}
