using Prover.Bench.Runs;
using Prover.Bench.Screening;

namespace Prover.Bench.Reports;

/// <summary>What was found of a run's statements before any prover saw them.</summary>
/// <param name="Problems">All problems of the run.</param>
/// <param name="Examined">Those that were examined; all of them when the run is finished.</param>
/// <param name="Expressible">Lean elaborates them, and nothing was found against them.</param>
/// <param name="NotExpressible">Lean does not elaborate them under the run's profile.</param>
/// <param name="Vacuous">Their hypotheses contradict each other.</param>
/// <param name="False">Their negation is proved.</param>
/// <param name="Unknown">The machinery failed or was too slow.</param>
/// <param name="KnownFaults">Those that the data set's manifest says are wrong, whatever was found.</param>
/// <param name="Asked">Those that the prover was asked, or is to be.</param>
public sealed record ScreeningReport(
    int Problems, int Examined, int Expressible, int NotExpressible, int Vacuous, int False, int Unknown, int KnownFaults, int Asked)
{
    /// <summary>The statements about which there is something to say, in the order of the problems: not expressible, unknown, or faulty.</summary>
    public IReadOnlyList<CheckedStatement> Findings { get; init; } = [];

    internal static ScreeningReport Of(BenchRun run)
    {
        int Count(StatementStatus status) => run.Checks.Count(c => c.Status == status);
        return new ScreeningReport(
            run.Problems.Count,
            run.Checks.Count,
            Count(StatementStatus.Expressible),
            Count(StatementStatus.NotExpressible),
            Count(StatementStatus.Vacuous),
            Count(StatementStatus.False),
            Count(StatementStatus.Unknown),
            run.Checks.Count(c => c.KnownFault is not null),
            run.Checks.Count(c => c.IsAsked))
        {
            Findings = [.. run.Checks.Where(c => c.IsFaulty || !c.IsAsked)],
        };
    }
}
