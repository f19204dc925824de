using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Sampling.Portfolio.Templates;

namespace Prover.Core.Sampling.Portfolio;

/// <summary>Which template comes when. Times are of one check in the embedded Lean, measured over 60 school problems.</summary>
internal static class TemplateOrder
{
    private static readonly IScriptTemplate Squares = new SquaresTemplate();

    private static readonly IScriptTemplate[] Inductions = [new InductionTemplate(0), new InductionTemplate(2, 3, 4, 6)];

    /// <summary>The templates for a goal, in order.</summary>
    public static IEnumerable<IScriptTemplate> For(GoalFeatures goal)
    {
        var growing = goal.Functions.Count > 0 || goal.Scalars.Count(v => LeanNames.InExponent(goal.Statement, v.Name)) == 1;
        var nonlinear = goal.Conclusion.AsSpan().IndexOfAny("^*") >= 0;
        return
        [
            // A quarter of a second each, and half of all problems. A recurrence's own template is surer than grind.
            new QuickTemplate(), new PeriodTemplate(), new HarmonicTemplate(), new GrindTemplate(),

            // False statements are common, a counterexample is cheap (0.02 to 0.3 s) and so, mostly, is a search in vain.
            new KernelRefutationTemplate(),

            // Logic and data: these apply to no goal about numbers alone.
            new TruthTableTemplate(), new FiniteTemplate(), new BranchTemplate(), new StructuralInductionTemplate(onData: true),
            .. goal.Definitions.Count > 0 ? new IScriptTemplate[] { new StructuralInductionTemplate(onData: false) } : [],

            // Narrow triggers: seldom apply, and mostly prove it in a second when they do.
            new CastTemplate(), new DivisorBoundTemplate(), new GcdLinearTemplate(), new PowerPeriodTemplate(),
            new ResidueTemplate(), new CoprimeFactorsTemplate(), new PolynomialDivisionTemplate(),
            .. nonlinear ? new[] { Squares } : [],
            new WitnessTemplate(),
            .. growing ? Inductions : [],

            // Up to some hundred values, one after the other.
            new EnumeratedRefutationTemplate(),

            // Many cases: one to several seconds.
            new ShiftTemplate(), new DivisorsTemplate(), new IntervalTemplate(), new BoundedDecideTemplate(),
            .. growing ? [] : Inductions,
            .. nonlinear ? [] : new[] { Squares },

            // Last resorts, half a second each.
            new GrindTemplate(isLong: true), new CasesTemplate(), new SplitGoalTemplate(),
            .. goal.Definitions.Count > 0 ? [] : new IScriptTemplate[] { new StructuralInductionTemplate(onData: false) },
        ];
    }
}
