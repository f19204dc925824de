using System.Collections.Concurrent;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>What came of the work on one sketch.</summary>
/// <param name="Standing">What Lean says of it.</param>
/// <param name="Says">In a sentence or a few lines.</param>
internal sealed record SketchWork(LeanStanding Standing, string Says)
{
    /// <summary>The verdict on the joined text; null where the sketch did not come so far.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The joined text; null where it was not verified.</summary>
    public string? Proof { get; init; }

    /// <summary>How it tried to be called what it is not; null when it did not.</summary>
    public string? Fraud { get; init; }
}

/// <summary>Works on sketches: each hole becomes a problem of its own, solved through the whole prover, holes of holes up to a depth; a refuted hole ends a
/// sketch; solved pieces are joined and verified whole as exactly the stated theorem.</summary>
/// <param name="tools">What it works with.</param>
internal sealed class Decomposer(BranchTools tools)
{
    private readonly EngineSketches _engine = new(tools.Checker, tools.Request.CandidateTimeLimit);

    /// <summary>Works on one sketch.</summary>
    /// <param name="statement">What it is for.</param>
    /// <param name="sketch">The sketch.</param>
    /// <param name="depth">How deep holes may be taken apart again.</param>
    /// <param name="timeLimit">Wall-clock time.</param>
    /// <param name="above">Names of the subgoals that it is a part of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SketchWork> WorkAsync(
        CompiledStatement statement, Sketch sketch, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var started = tools.Thought.Time.GetTimestamp();
        var outcome = await new SketchCheck(tools.Checker, tools.Request.CandidateTimeLimit).CheckAsync(statement, sketch, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        tools.Tally.Add(outcome switch
        {
            SketchOutcome.Refused => VerdictKind.Rejected,
            SketchOutcome.Unknown { Verdict.Kind: var kind } => kind,
            _ => VerdictKind.NotProved,
        });
        switch (outcome)
        {
            case SketchOutcome.Refused refused:
                return new SketchWork(LeanStanding.Rejected, refused.Reason) { Fraud = refused.Rule == Auditing.RefusalRule.Error ? null : refused.Reason };
            case SketchOutcome.Unknown unknown:
                return new SketchWork(LeanStanding.Unknown, unknown.Verdict.Reason ?? "Lean gave no word.");
        }

        var accepted = ((SketchOutcome.Accepted)outcome).Sketch;
        if (accepted.Goals.Any(g => above.Contains(g.Name)))
        {
            return new SketchWork(LeanStanding.Rejected, "A hole of the sketch is what it is to prove.");
        }

        tools.Thought.Progress(tools.Plan, $"Lean accepts a sketch by {sketch.Author} with {accepted.Goals.Count} holes.");
        var left = timeLimit - tools.Thought.Time.GetElapsedTime(started);
        var solved = await SolveAsync(accepted, depth, left, above, cancellationToken).ConfigureAwait(false);
        if (solved.Values.FirstOrDefault(s => s.State == SubgoalState.Refuted) is { } refutedHole)
        {
            tools.Thought.Progress(tools.Plan, $"The sketch by {sketch.Author} is given up: its hole {refutedHole.Name} is refuted.");
            return new SketchWork(LeanStanding.Refuted, $"A hole of it is false, and Lean has verified the refutation: {refutedHole.Statement}");
        }

        var open = accepted.Goals.Where(g => solved.GetValueOrDefault(g.Name)?.State != SubgoalState.Proved).ToList();
        return open.Count > 0
            ? new SketchWork(LeanStanding.Sketch, $"Lean accepts the sketch; {accepted.Goals.Count - open.Count} of {accepted.Goals.Count} holes are proved, open is {string.Join("; ", open.Select(g => g.Goal.Theorem(g.Name)))}.")
            : await JoinAsync(accepted, solved, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, SubgoalReport>> SolveAsync(
        CheckedSketch sketch, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var solved = new ConcurrentDictionary<string, SubgoalReport>(StringComparer.Ordinal);
        using var pruned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = Math.Max(1, Math.Min(tools.Checker.Parallelism, sketch.Goals.Count));
        var waiting = sketch.Goals.Count;
        var started = tools.Thought.Time.GetTimestamp();
        try
        {
            await Parallel.ForEachAsync(
                sketch.Goals,
                new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = pruned.Token },
                async (goal, token) =>
                {
                    // What one hole leaves goes to those that come after it.
                    var left = timeLimit - tools.Thought.Time.GetElapsedTime(started);
                    var part = left * Math.Min(1, (double)lanes / Math.Max(1, Interlocked.Decrement(ref waiting) + 1));
                    var report = await SolveAsync(goal, depth, part, above, token).ConfigureAwait(false);
                    solved[goal.Name] = report;
                    if (report.State == SubgoalState.Refuted)
                    {
                        await pruned.CancelAsync().ConfigureAwait(false);
                    }
                }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (pruned.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // A hole is refuted: the others are not needed.
        }

        return solved;
    }

    private async Task<SubgoalReport> SolveAsync(HoleGoal goal, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var report = await tools.Thought.Subgoals.FindAsync(goal, tools, cancellationToken).ConfigureAwait(false)
            ?? await SolveNowAsync(goal, depth, timeLimit, above, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await tools.Thought.Subgoals.DecideAsync(report, tools.Plan).ConfigureAwait(false);
        return report;
    }

    private async Task<SubgoalReport> SolveNowAsync(HoleGoal goal, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var open = new SubgoalReport(goal.Name, goal.Statement.Head, SubgoalState.Open);
        if (timeLimit <= TimeSpan.Zero)
        {
            return open with { Reason = "There was no time left for it." };
        }

        try
        {
            var started = tools.Thought.Time.GetTimestamp();
            var turns = 1 + (tools.Plan.UsesModels ? 1 : 0) + (depth > 0 ? 1 : 0);
            var result = await tools.SearchAsync(goal.Statement.Head, Sampler(), timeLimit / turns, cancellationToken).ConfigureAwait(false);
            open = open with { Reason = result.Verdict.Reason };
            if (result.Proof is null && tools.Plan.UsesModels)
            {
                result = await tools.AskForProofsAsync(goal.Statement.Head, timeLimit / turns, cancellationToken).ConfigureAwait(false) ?? result;
            }

            if (result is { Verdict.Kind: VerdictKind.Proved or VerdictKind.Refuted, Proof: { } proof })
            {
                return open with { State = result.Verdict.Kind == VerdictKind.Proved ? SubgoalState.Proved : SubgoalState.Refuted, Proof = proof, Reason = null };
            }

            return depth == 0 ? open : await TakeApartAsync(goal, open, depth - 1, timeLimit - tools.Thought.Time.GetElapsedTime(started), above, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidStatementException e)
        {
            return open with { Reason = $"It can't be stated alone: {e.Message}" };
        }
    }

    private async Task<SubgoalReport> TakeApartAsync(
        HoleGoal goal, SubgoalReport open, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var started = tools.Thought.Time.GetTimestamp();
        var (compiled, _) = await tools.Verifier.Statements.CompileAsync(goal.Statement.Head, null, cancellationToken).ConfigureAwait(false);
        if (compiled is null)
        {
            return open;
        }

        var work = await WorkOnEngineSketchesAsync(compiled, depth, timeLimit - tools.Thought.Time.GetElapsedTime(started), [.. above, goal.Name], cancellationToken).ConfigureAwait(false);
        return work is { Standing: LeanStanding.Proved, Proof: { } proof } ? open with { State = SubgoalState.Proved, Proof = proof, Reason = null } : open;
    }

    /// <summary>Works on what tactics make of a statement, one sketch after the other, until one is proved.</summary>
    public async Task<SketchWork> WorkOnEngineSketchesAsync(
        CompiledStatement statement, int depth, TimeSpan timeLimit, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var started = tools.Thought.Time.GetTimestamp();
        var sketches = await _engine.ProposeAsync(statement, cancellationToken).ConfigureAwait(false);
        var best = new SketchWork(LeanStanding.NoProof, "No tactic takes it apart.");
        for (var i = 0; i < sketches.Count; i++)
        {
            var left = timeLimit - tools.Thought.Time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            // The first are the most promising: each may take half of what is left.
            var work = await WorkAsync(statement, sketches[i], depth, i == sketches.Count - 1 ? left : left / 2, above, cancellationToken).ConfigureAwait(false);
            if (work.Standing == LeanStanding.Proved)
            {
                return work;
            }

            best = work.Standing >= best.Standing ? work : best;
        }

        return best;
    }

    private async Task<SketchWork> JoinAsync(CheckedSketch sketch, IReadOnlyDictionary<string, SubgoalReport> solved, CancellationToken cancellationToken)
    {
        var text = sketch.Join(g => LemmaText.Proved(g, solved[g.Name].Proof!));
        var verdict = await tools.Verifier.VerifyAsync(
            new VerifyRequest
            {
                Text = text,
                TheoremName = sketch.Statement.Facts.Name,
                Statement = sketch.Statement.Statement.Head,
                Grade = tools.Request.Grade,
                UseStore = tools.Request.UseStore,
            },
            sketch.Sketch.Author, ContentKey.Hash(sketch.Statement.Statement.Head), null, cancellationToken).ConfigureAwait(false);
        tools.Tally.Add(verdict.Kind);
        return verdict.Kind switch
        {
            VerdictKind.Proved => new SketchWork(LeanStanding.Proved, $"All {solved.Count} holes are proved, and the whole is verified.") { Verdict = verdict, Proof = text },
            VerdictKind.Rejected => new SketchWork(LeanStanding.Rejected, $"All holes are proved, but not the whole: {verdict.Reason}") { Verdict = verdict, Proof = text },
            _ => new SketchWork(LeanStanding.Unknown, verdict.Reason ?? "Lean gave no word.") { Verdict = verdict },
        };
    }

    /// <summary>The whole prover without models: refutations, the engine and scripts, and soon the search beside them.</summary>
    private StaggeredSampler Sampler()
    {
        var parts = tools.Thought.Parts;
        IProofSampler[] quick = [new OnlyRefutations(parts.Refuter(tools.Checker)), .. parts.Engine is { } engine ? [engine] : Array.Empty<IProofSampler>(), parts.Portfolio];
        return new StaggeredSampler(new SequentialSampler(quick), parts.Search(tools.Checker));
    }
}
