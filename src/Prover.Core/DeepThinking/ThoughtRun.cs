using Prover.Core.Checking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Models;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>One run of a thought: goes through the plan until a branch has won or the budget is spent.</summary>
internal sealed class ThoughtRun(Thought thought)
{
    private readonly IReadOnlyList<(BranchPlan Plan, IBranch Branch)> _plan = ThoughtPlan.Of(thought.Parts, thought.Models);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BranchReport> _reports = new(StringComparer.Ordinal);
    private BranchResult? _winner;
    private CancellationToken _wall;

    public async Task<DeepThinkResult> RunAsync(CancellationToken cancellationToken)
    {
        thought.Tell(new DeepThinkEvent.Planned(thought.Statement.Facts.Name, thought.Statement.Facts.Type, [.. _plan.Select(b => b.Plan)]));
        if (await RecallAsync(cancellationToken).ConfigureAwait(false) is { } known)
        {
            return Result(known, cancellationToken);
        }

        var lanes = Math.Max(1, thought.Parts.Checker.Parallelism) + (thought.Models.Count > 0 ? 1 : 0);
        var budget = new SharedBudget(
            thought.Request.Budget, thought.Expenses.Before, [.. Pending().Select(b => b.Plan)], lanes, thought.Expenses.Add, thought.Time);
        using var clock = new CancellationTokenSource(Larger(budget.WallLeft, TimeSpan.FromMilliseconds(1)), thought.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        _wall = clock.Token;
        try
        {
            foreach (var first in Pending().Where(b => b.Plan.Kind == BranchKind.Refutation).ToList())
            {
                await RunAsync(first, budget, alone: true, stop).ConfigureAwait(false);
            }

            await Parallel.ForEachAsync(
                Pending().ToList(),
                new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = stop.Token },
                async (branch, _) => await RunAsync(branch, budget, alone: false, stop).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A winner, the budget or the caller: told apart below.
        }

        await thought.Expenses.KeepAsync(thought.Journal).ConfigureAwait(false);
        var result = Result(_winner, cancellationToken);
        if (result.Verdict.Kind != VerdictKind.Cancelled)
        {
            await thought.Journal.AddAsync(new JournalRecord.Over(result.Verdict.Reason ?? "Proved.")
            {
                Proof = result.Proof,
                Origin = result.Origin,
                Refutes = result.Verdict.Kind == VerdictKind.Refuted,
            }).ConfigureAwait(false);
        }

        return result;
    }

    private IEnumerable<(BranchPlan Plan, IBranch Branch)> Pending()
    {
        lock (_gate)
        {
            return [.. _plan.Where(b => !_reports.ContainsKey(b.Plan.Id))];
        }
    }

    /// <summary>Takes up what an earlier run did. Its winner, if it had one, is verified again: a file is no proof.</summary>
    private async Task<BranchResult?> RecallAsync(CancellationToken cancellationToken)
    {
        // With another budget, what only the old one had ended goes on.
        var isSame = thought.Journal.Records.OfType<JournalRecord.Begun>().All(b => b.Request.Budget == thought.Request.Budget);
        foreach (var over in thought.Journal.Records.OfType<JournalRecord.BranchOver>().Where(b => isSame || b.Report.Outcome is BranchOutcome.Exhausted or BranchOutcome.Proved or BranchOutcome.Refuted))
        {
            _reports[over.Report.Id] = over.Report;
        }

        if (thought.Journal.Records.Count > 1)
        {
            thought.Tell(new DeepThinkEvent.Resumed([.. _reports.Keys], thought.Expenses.Before));
        }

        if (thought.Journal.Records.OfType<JournalRecord.Over>().LastOrDefault() is not { Proof: { } proof } won)
        {
            return null;
        }

        var verifier = new Verifier(thought.Parts.Checker, thought.Parts.Statements, thought.Parts.Auditor, thought.Parts.Store, thought.Time);
        var negation = won.Refutes ? (await thought.Parts.Statements.CompileNegationAsync(thought.Statement, null, cancellationToken).ConfigureAwait(false)).Compiled : null;
        var asked = won.Refutes ? thought.Statement.Statement.Negation() : thought.Statement.Statement;
        if (asked is null || (won.Refutes && negation is null))
        {
            return null;
        }

        var verdict = await verifier.VerifyAsync(
            new VerifyRequest { Text = proof, Statement = asked.Head, TheoremName = negation?.Facts.Name ?? thought.Statement.Facts.Name, Grade = thought.Request.Grade, UseStore = thought.Request.UseStore },
            won.Origin ?? "journal", null, negation is null ? null : negation with { Statement = asked }, cancellationToken).ConfigureAwait(false);
        return verdict.Kind != VerdictKind.Proved ? null
            : BranchResult.Won(won.Refutes ? Refuting(verdict) : verdict, proof, won.Origin ?? "journal");
    }

    private async Task RunAsync((BranchPlan Plan, IBranch Branch) branch, SharedBudget budget, bool alone, CancellationTokenSource stop)
    {
        stop.Token.ThrowIfCancellationRequested();
        var (share, timeLimit) = budget.Begin(branch.Plan, alone);
        var tools = new BranchTools(branch.Plan, thought, share);
        thought.Tell(new DeepThinkEvent.BranchStarted(branch.Plan.Id, timeLimit));
        var started = thought.Time.GetTimestamp();
        var result = await RunAsync(branch.Branch, tools, timeLimit, stop.Token).ConfigureAwait(false);
        if (result.Outcome == BranchOutcome.Interrupted && _wall.IsCancellationRequested)
        {
            result = new BranchResult(BranchOutcome.Spent, "The wall-clock time of the whole thought is spent.");
        }

        var report = new BranchReport(branch.Plan.Id, branch.Plan.Kind, result.Outcome, result.Reason)
        {
            Tried = tools.Tally.Tried,
            Refused = tools.Tally.Refused,
            TimedOut = tools.Tally.TimedOut,
            Failed = tools.Tally.Failed,
            Wall = thought.Time.GetElapsedTime(started),
            Cpu = share.Checks.Spent,
            Tokens = share.Tokens.Spent,
        };
        budget.End(branch.Plan.Id);
        await thought.Expenses.KeepAsync(thought.Journal).ConfigureAwait(false);
        if (result.Outcome != BranchOutcome.Interrupted)
        {
            // One that was interrupted is begun again when the thought is resumed.
            await thought.Journal.AddAsync(new JournalRecord.BranchOver(report)).ConfigureAwait(false);
        }

        lock (_gate)
        {
            _reports[report.Id] = report;
        }

        thought.Tell(new DeepThinkEvent.BranchEnded(report));
        if (result is { Verdict: not null, Proof: { } proof } && Interlocked.CompareExchange(ref _winner, result, null) is null)
        {
            thought.Tell(new DeepThinkEvent.Certified(branch.Plan.Id, proof, result.Origin ?? branch.Plan.Id, result.Outcome == BranchOutcome.Refuted));
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<BranchResult> RunAsync(IBranch branch, BranchTools tools, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        // A branch keeps to its time by itself; this is for what does not look at the clock.
        using var clock = new CancellationTokenSource(Larger(timeLimit, TimeSpan.FromMilliseconds(1)), thought.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            var result = await branch.RunAsync(tools, timeLimit, stop.Token).ConfigureAwait(false);
            return result.Outcome != BranchOutcome.Interrupted || cancellationToken.IsCancellationRequested ? Spent(result, tools) : Out();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return cancellationToken.IsCancellationRequested ? new BranchResult(BranchOutcome.Interrupted, "It was stopped.") : Out();
        }
        catch (Exception e) when (e is ModelException or Lean.ToolchainException or Storage.StoreException)
        {
            // What fails for one branch need not fail for the others.
            return new BranchResult(BranchOutcome.Failed, e.Message);
        }

        BranchResult Out() => new(BranchOutcome.Spent, $"Its share of {timeLimit.TotalSeconds:0.#} s is spent.");
    }

    /// <summary>A branch whose checks are spent knows less than it says.</summary>
    private static BranchResult Spent(BranchResult result, BranchTools tools) =>
        result.Verdict is null && result.Outcome is not (BranchOutcome.Interrupted or BranchOutcome.Failed) && tools.Share.Checks.IsSpent
            ? new BranchResult(BranchOutcome.Spent, "Its time of checks is spent.")
            : result;

    private DeepThinkResult Result(BranchResult? winner, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var records = thought.Journal.Records;
            var account = new DeepThinkAccount
            {
                Branches = [.. _plan.Where(b => _reports.ContainsKey(b.Plan.Id)).Select(b => _reports[b.Plan.Id])],
                NotBegun = [.. _plan.Select(b => b.Plan).Where(p => !_reports.ContainsKey(p.Id))],
                Subgoals = thought.Subgoals.All,
                Council = CouncilHistory.Of(records),
                Caught = [.. records.OfType<JournalRecord.Fraud>().Select(f => f.Caught)],
                Budget = thought.Request.Budget,
                Spent = thought.Expenses.Total,
            };
            return new DeepThinkResult
            {
                Verdict = winner?.Verdict ?? (cancellationToken.IsCancellationRequested ? Judge.Unknown(new CheckOutcome.Cancelled()) : Without(account)),
                Proof = winner?.Proof,
                Origin = winner?.Origin,
                Account = account,
            };
        }
    }

    /// <summary>Neither proof nor refutation. "Not proved" needs something that Lean really turned down, or ideas that really came to their end.</summary>
    private static Verdict Without(DeepThinkAccount account)
    {
        var (tried, refused) = (account.Branches.Sum(b => b.Tried), account.Branches.Sum(b => b.Refused));
        var (timedOut, failed) = (account.Branches.Sum(b => b.TimedOut), account.Branches.Sum(b => b.Failed));
        if (refused == 0 && !account.Branches.Any(b => b.Outcome == BranchOutcome.Exhausted))
        {
            if (failed > 0 || account.Branches.Any(b => b.Outcome == BranchOutcome.Failed))
            {
                return new Verdict { Kind = VerdictKind.Infrastructure, Reason = $"Nothing could be checked: {account.Branches.FirstOrDefault(b => b.Outcome == BranchOutcome.Failed)?.Reason}" };
            }

            return new Verdict { Kind = VerdictKind.TimedOut, Reason = "The budget was spent before Lean had turned anything down. Nothing is known; allow more to learn more." };
        }

        return new Verdict
        {
            Kind = VerdictKind.NotProved,
            Reason = $"Neither proof nor refutation in {account.Branches.Count} branches: {tried} tried, {refused} refused, {timedOut} timed out, {failed} could not be checked; "
                + $"{account.Proved.Count()} subgoals stand proved, {account.Remaining.Count()} remain.",
        };
    }

    private static Verdict Refuting(Verdict verdict) => verdict with { Kind = VerdictKind.Refuted, Reason = "The negation is proved." };

    private static TimeSpan Larger(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
