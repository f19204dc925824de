using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>Takes what a round's attempts came to: an outcome for each problem, and verified proofs with their lineage into the pool.</summary>
internal sealed class RoundCollecting(RoundsFolder folder, CampaignParts parts)
{
    private readonly RoundVariants _variants = new(folder, parts.Contamination);

    public async Task<RoundRecord> CollectAsync(RoundRecord record, CancellationToken cancellationToken)
    {
        var paths = folder.Paths.Round(record.Round);
        var run = await RunFolder.ReadAsync(paths.Attempts, cancellationToken).ConfigureAwait(false);
        var checks = run.Checks.ToDictionary(c => c.Problem, StringComparer.Ordinal);
        var samples = run.Samples.ToLookup(s => s.Problem, StringComparer.Ordinal);
        var outcomes = run.Problems.Select(p => new RoundOutcome(p.Name, Outcome(checks[p.Name], [.. samples[p.Name].Select(s => s.Attempt.Outcome)]))).ToList();
        var proved = outcomes.Where(o => o.Outcome == ProblemOutcome.Solved).Select(o => o.Problem).ToHashSet(StringComparer.Ordinal);

        // This round's proofs take the place of those that an interrupted try of the same put there.
        var earlier = (await folder.ReadPoolAsync(cancellationToken).ConfigureAwait(false)).Where(p => p.Round < record.Round).ToList();
        var known = earlier.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var earlierVariants = await folder.ReadVariantsAsync(record.Round, cancellationToken).ConfigureAwait(false);
        var parents = folder.Train.Concat(earlierVariants.Select(v => v.Training)).ToDictionary(p => p.Name, p => p.Parent, StringComparer.Ordinal);
        var found = run.Problems.Where(p => proved.Contains(p.Name))
            .Select(p => ProofOf(record, p, parents[p.Name], samples[p.Name].First(s => s.Attempt.Outcome == SampleOutcome.Proved).Attempt))
            .Where(p => known.Add(p.Id))
            .ToList();
        if (parts.Shortener is { } shortener)
        {
            found = [.. await shortener.ShortenAsync(found, cancellationToken).ConfigureAwait(false)];
        }

        await CampaignFiles.WriteLinesAsync(folder.Paths.Pool, [.. earlier, .. found], RoundsJson.Lines.PoolProof, cancellationToken).ConfigureAwait(false);
        await CampaignFiles.WriteLinesAsync(paths.Outcomes, outcomes, RoundsJson.Lines.RoundOutcome, cancellationToken).ConfigureAwait(false);
        var variants = await _variants.MakeAsync(record.Round, outcomes, StuckGoals, earlierVariants, cancellationToken).ConfigureAwait(false);
        if (folder.Settings.Variants > 0)
        {
            await CampaignFiles.WriteLinesAsync(paths.Variants, variants, RoundsJson.Lines.VariantProblem, cancellationToken).ConfigureAwait(false);
        }

        return record with
        {
            Phase = RoundPhase.Collected,
            Outcomes = outcomes.CountBy(o => o.Outcome).OrderBy(o => o.Key).ToDictionary(),
            Variants = variants.Count,
            SolvedVariants = earlierVariants.Count(v => proved.Contains(v.Name)),
            NewProofs = found.Count,
            PoolSize = earlier.Count + found.Count,
        };

        IReadOnlyList<string> StuckGoals(string problem) => [.. samples[problem].SelectMany(s => s.Attempt.StuckGoals ?? []).Distinct(StringComparer.Ordinal)];
    }

    private PoolProof ProofOf(RoundRecord record, BenchProblem problem, string? parent, Attempt attempt)
    {
        var statement = parts.Profile.StatementOf(problem);
        return new PoolProof(PoolProof.IdOf(statement, attempt.Proof!), problem.Name, record.Round, record.Prover.ToString(), statement, attempt.Proof!)
        {
            Parent = parent,
            Origin = attempt.Origin,
            Grade = attempt.Grade,
            Axioms = attempt.Axioms,
            Steps = attempt.Steps,
            Seconds = attempt.ProofSeconds,
        };
    }

    private static ProblemOutcome Outcome(CheckedStatement check, IReadOnlyList<SampleOutcome> samples) => check.Status switch
    {
        StatementStatus.NotExpressible => ProblemOutcome.NotExpressible,
        StatementStatus.False => ProblemOutcome.False,
        StatementStatus.Vacuous => ProblemOutcome.Vacuous,
        StatementStatus.Unknown => ProblemOutcome.Failed,
        _ when samples.Contains(SampleOutcome.Proved) => ProblemOutcome.Solved,
        _ when samples.Contains(SampleOutcome.Refuted) => ProblemOutcome.False,
        _ when samples.Contains(SampleOutcome.Infrastructure) => ProblemOutcome.Failed,
        _ when samples.Contains(SampleOutcome.TimedOut) => ProblemOutcome.TimedOut,
        _ => ProblemOutcome.NotProved,
    };
}
